package org.childfile.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.DatabaseLogins;
import org.childfile.database.EmbeddedDatabase;

/** The database of a command: the one that the environment names, or the embedded one of the home. */
final class Warehouse implements AutoCloseable {

    private final Optional<EmbeddedDatabase> embedded;
    private final DatabaseLogins logins;

    private Warehouse(Optional<EmbeddedDatabase> embedded, DatabaseLogins logins) {
        this.embedded = embedded;
        this.logins = logins;
    }

    static Warehouse open(Shell shell) {
        String url = shell.environment().getOrDefault("CHILDFILE_DB_URL", "");
        if (!url.isBlank()) {
            return new Warehouse(Optional.empty(), logins(url, shell.environment()));
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.open(shell.home());
        return new Warehouse(Optional.of(embedded), embedded.logins());
    }

    /** Who has no login of its own uses the one before, and gives up what it does not need. */
    private static DatabaseLogins logins(String url, Map<String, String> environment) {
        DatabaseAddress owner = new DatabaseAddress(
                url,
                environment.getOrDefault("CHILDFILE_DB_USER", "childfile"),
                environment.getOrDefault("CHILDFILE_DB_PASSWORD", ""));
        DatabaseAddress program = login(environment, "CHILDFILE_DB_WRITER", owner);
        return new DatabaseLogins(owner, program, login(environment, "CHILDFILE_DB_READER", program));
    }

    private static DatabaseAddress login(Map<String, String> environment, String name, DatabaseAddress otherwise) {
        String user = environment.getOrDefault(name + "_USER", "");
        return user.isBlank()
                ? otherwise
                : new DatabaseAddress(otherwise.url(), user, environment.getOrDefault(name + "_PASSWORD", ""));
    }

    /** Every login of the warehouse. */
    DatabaseLogins logins() {
        return logins;
    }

    /** The login that the running program works as. */
    DatabaseAddress address() {
        return logins.program();
    }

    /** A connection for looking: read only, and with the warehouse's tables there. */
    Connection look() throws SQLException {
        Connection connection = logins.owner().connect();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('mart.child') is not null")) {
            row.next();
            if (!row.getBoolean(1)) {
                connection.close();
                throw new WrongUse("the warehouse is empty. Begin with: childfile demo, or childfile nightly");
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("set time zone 'Asia/Shanghai'");
        }
        connection.setReadOnly(true);
        return connection;
    }

    /** For services that read and write; the warehouse's tables are there, and those of this version. */
    DataSource service() throws SQLException {
        try (Connection connection = look();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('ops.review') is not null")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new WrongUse("the warehouse is of an older version. Bring it up to date with: childfile nightly");
            }
        }
        return logins.program().dataSource();
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
