package org.childfile.cli.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.childfile.access.rights.LoginLimits;
import org.childfile.access.rights.LoginStore;
import org.childfile.access.rights.LoginStore.Given;
import org.childfile.access.rights.RightsRules;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.settings.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile login grant}: lets a person in with SQL, who sees what role, divisions and purposes give. */
@Command(name = "grant")
final class LoginGrantCommand extends CommandBase {

    private static final int RANDOM_BYTES = 24;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    @Parameters(paramLabel = "NAME", descriptionKey = "login.name")
    private String name = "";

    @Option(names = "--role", paramLabel = "ROLE", required = true, descriptionKey = "grant.role")
    private String role = "";

    @Option(names = "--purpose", paramLabel = "PURPOSE", required = true, split = ",", descriptionKey = "grant.purpose")
    private List<String> purposes = new ArrayList<>();

    @Option(names = "--division", paramLabel = "CODE", split = ",", descriptionKey = "grant.division")
    private List<String> divisions = new ArrayList<>();

    @Option(
            names = {"--child", "--children"},
            paramLabel = "ID",
            split = ",",
            descriptionKey = "grant.child")
    private List<String> children = new ArrayList<>();

    @Option(names = "--attributes", paramLabel = "NAME", split = ",", descriptionKey = "grant.attributes")
    private @Nullable List<String> attributes;

    @Option(names = "--until", paramLabel = "YYYY-MM-DD", descriptionKey = "login.until")
    private @Nullable LocalDate until;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "login.password-file")
    private @Nullable Path passwordFile;

    LoginGrantCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws SQLException, IOException {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            Given given = new Given(
                    name,
                    role,
                    purposes,
                    divisions,
                    children,
                    Optional.ofNullable(attributes),
                    Optional.ofNullable(until));
            LoginStore looking = new LoginStore(warehouse.service());
            new LoginCheck(shell().messages(), looking, RunningCommand.today()).check(given);
            boolean known = looking.known(name);
            char @Nullable [] password = passwordFile == null ? known ? null : random() : read(passwordFile);
            CliDoor.operator(warehouse, Warehouse.OPERATIONS)
                    .record("login-grant", List.of(), attributes == null ? List.of() : attributes, detail());
            boolean whole = new LoginStore(warehouse.logins().owner().dataSource()).grant(given, password, limits());
            say(text(known ? "login.changed" : "login.granted", name, role, String.join(", ", purposes), end()));
            if (!whole) {
                say(text("login.no-file-limit", name));
            }
            if (password != null && passwordFile == null) {
                say(text("login.password"));
                print(new String(password));
            }
            return ExitCode.DONE;
        }
    }

    /** What is granted, for the record; no personal data. */
    private String detail() {
        return String.join(
                " ",
                name,
                role,
                String.join(",", purposes),
                divisions.isEmpty() ? "-" : "\"" + String.join(",", divisions) + "\"",
                children.size() + " children",
                until == null ? "no end" : "until " + until);
    }

    private String end() {
        return until == null ? text("login.no-end") : until.toString();
    }

    private LoginLimits limits() {
        Problems problems = new Problems();
        RightsRules rules = RightsRules.read(shell().workspace(null, null).mappings(), problems);
        problems.raise();
        return rules.logins();
    }

    private static char[] random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).toCharArray();
    }

    private char[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new WrongUse(text("login.no-file", file));
        }
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new WrongUse(text("login.open-file", file));
        }
        char[] password = Files.readString(file, StandardCharsets.UTF_8).strip().toCharArray();
        if (password.length < SHORTEST
                || password.length > LONGEST
                || new String(password).lines().count() != 1) {
            Arrays.fill(password, ' ');
            throw new WrongUse(text("login.weak-password", file, SHORTEST, LONGEST));
        }
        return password;
    }
}
