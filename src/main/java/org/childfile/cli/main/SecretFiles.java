package org.childfile.cli.main;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childfile.cli.terminal.WrongUse;

/**
 * Secrets that lie in files, as Docker and Kubernetes hand them over: {@code NAME_FILE} names the file that holds the value
 * of {@code NAME}. So it is with every variable that ends like a secret; {@code …_SFTP_KEY_FILE} is none of them, for the
 * key that it names is read where it lies.
 */
public final class SecretFiles {

    private static final Pattern NAME = Pattern.compile(
            "([A-Z][A-Z0-9_]*_(?:PASSWORD|SECRET|TOKEN|API_KEY|MASTER_KEY|AUDIT_KEY|APP_ID|CLIENT_ID|URL|USER))_FILE");

    private SecretFiles() {}

    /**
     * The environment with the values of those files.
     *
     * @throws WrongUse for every file that cannot be read, and every value that is given twice
     */
    public static Map<String, String> read(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        List<String> problems = new ArrayList<>();
        new TreeMap<>(environment).forEach((variable, file) -> {
            Matcher name = NAME.matcher(variable);
            if (!name.matches() || file.isBlank()) {
                return;
            }
            if (environment.containsKey(name.group(1))) {
                problems.add(variable + " and " + name.group(1) + " are both set. Unset one of them.");
                return;
            }
            try {
                all.put(
                        name.group(1),
                        Files.readString(Path.of(file), StandardCharsets.UTF_8).strip());
            } catch (IOException | InvalidPathException e) {
                problems.add(variable + ": the file " + file + " cannot be read as UTF-8 text");
            }
        });
        if (!problems.isEmpty()) {
            throw new WrongUse(String.join("\n", problems));
        }
        return Map.copyOf(all);
    }
}
