package org.childfile.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.childfile.storage.PrivateFiles;
import org.postgresql.PGConnection;

/**
 * Who may log in to the embedded server: every connection proves a password (SCRAM-SHA-256), also one of this machine.
 *
 * <ol>
 *   <li>A new data directory asks for passwords from its first moment.
 *   <li>One that trusts every connection of the machine (made by an older version), or whose passwords were lost with
 *       {@code credentials}, is told the new passwords before anything else is done with it, and then asks for them.
 *   <li>Each step can be repeated, so a process that is killed between two of them does no harm.
 * </ol>
 */
final class EmbeddedLogins {

    /** Owns everything, and is used for migrations alone. */
    static final String OWNER = "postgres";
    /** The running program. */
    static final String PROGRAM = "childfile_program";
    /** Whoever only reads what is published. */
    static final String DOOR = "childfile_door";

    private static final List<String> ALL = List.of(OWNER, PROGRAM, DOOR);
    private static final String BY_PASSWORD = """
            # Written by childfile. Every connection proves its password; the passwords are in the home's credentials.
            host all all 127.0.0.1/32 scram-sha-256
            """;
    private static final String BY_TRUST = """
            # Written by childfile while it sets new passwords.
            host all all 127.0.0.1/32 trust
            """;

    private final Path data;
    private final Map<String, String> passwords;

    private EmbeddedLogins(Path data, Map<String, String> passwords) {
        this.data = data;
        this.passwords = passwords;
    }

    /** Reads the passwords of a home, or makes them; the caller holds the gate. */
    static EmbeddedLogins of(Path home, Path data) throws IOException {
        CredentialFile file = new CredentialFile(home);
        if (!file.exists() && Files.exists(rules(data))) {
            replaceRules(data, BY_TRUST);
        }
        return new EmbeddedLogins(data, file.passwords(ALL));
    }

    DatabaseAddress address(int port, String login) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", login, passwords.getOrDefault(login, ""));
    }

    String password(String login) {
        return passwords.getOrDefault(login, "");
    }

    /** Before a data directory is made: the owner's password, in a file that its maker reads. */
    void handToInitdb(Path file) throws IOException {
        PrivateFiles.write(file, password(OWNER) + "\n");
    }

    /** After a data directory was made, before a server runs on it. */
    void guardNew() throws IOException {
        replaceRules(data, BY_PASSWORD);
    }

    /** Gives every login its password, and lets no other connection in; does nothing where that is so already. */
    void secure(int port) throws SQLException, IOException {
        boolean guarded = Files.readString(rules(data)).equals(BY_PASSWORD);
        try (Connection connection = address(port, OWNER).connect();
                Statement statement = connection.createStatement()) {
            if (guarded && all(statement)) {
                return;
            }
            statement.execute("""
                    do $$ begin
                        if to_regrole('childfile_program') is null then
                            create role childfile_program login noinherit;
                        end if;
                        if to_regrole('childfile_door') is null then
                            create role childfile_door login noinherit;
                        end if;
                    end $$""");
            for (String login : ALL) {
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(login, password(login).toCharArray(), "scram-sha-256");
            }
            replaceRules(data, BY_PASSWORD);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static boolean all(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select to_regrole('childfile_program') is not null and to_regrole('childfile_door') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Path rules(Path data) {
        return data.resolve("pg_hba.conf");
    }

    private static void replaceRules(Path data, String rules) throws IOException {
        PrivateFiles.write(rules(data), rules);
    }
}
