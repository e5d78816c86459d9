package org.childfile.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.childfile.storage.PrivateFiles;

/** The passwords of the embedded server's logins: one line {@code login password} each, for the file's owner alone. */
final class CredentialFile {

    private static final int RANDOM_BYTES = 32;
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;

    CredentialFile(Path home) {
        this.file = home.resolve("credentials");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** The password of each login; those that the file lacks are made up and added. */
    Map<String, String> passwords(Collection<String> logins) throws IOException {
        Map<String, String> passwords = exists() ? read() : new TreeMap<>();
        if (!passwords.keySet().containsAll(logins)) {
            for (String login : logins) {
                passwords.computeIfAbsent(login, missing -> random());
            }
            write(passwords);
        }
        return Map.copyOf(passwords);
    }

    private Map<String, String> read() throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            throw new IOException(file + " holds passwords and is open to others ("
                    + PosixFilePermissions.toString(permissions) + "); run chmod 600 " + file);
        }
        Map<String, String> passwords = new TreeMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] words = line.strip().split(" +", -1);
            if (!line.isBlank() && !line.startsWith("#")) {
                if (words.length != 2) {
                    throw new IOException(file + " has a line that is not a login and its password; delete the file"
                            + " while no childfile runs, and new ones are made");
                }
                passwords.put(words[0], words[1]);
            }
        }
        return passwords;
    }

    private void write(Map<String, String> passwords) throws IOException {
        StringBuilder text = new StringBuilder("# Made by childfile: who may log in to the embedded PostgreSQL.\n");
        passwords.forEach((login, password) ->
                text.append(login).append(' ').append(password).append('\n'));
        PrivateFiles.write(file, text.toString());
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
