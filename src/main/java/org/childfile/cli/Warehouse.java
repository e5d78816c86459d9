package org.childfile.cli;

import org.childfile.privacy.Keyring;
import org.childfile.keys.WarehouseKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.EmbeddedDatabase;

/** The database of a command: the one that the environment names, or the embedded one of the home. */
final class Warehouse implements AutoCloseable {

    private final Optional<EmbeddedDatabase> embedded;
    private final DatabaseAddress address;
    private final Shell shell;

    private Warehouse(Shell shell, Optional<EmbeddedDatabase> embedded, DatabaseAddress address) {
        this.shell = shell;
        this.embedded = embedded;
        this.address = address;
    }

    static Warehouse open(Shell shell) {
        String url = shell.environment().getOrDefault("CHILDFILE_DB_URL", "");
        if (!url.isBlank()) {
            return new Warehouse(
                    shell,
                    Optional.empty(),
                    new DatabaseAddress(
                            url,
                            shell.environment().getOrDefault("CHILDFILE_DB_USER", "childfile"),
                            shell.environment().getOrDefault("CHILDFILE_DB_PASSWORD", "")));
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.open(shell.home());
        return new Warehouse(shell, Optional.of(embedded), embedded.address());
    }

    DatabaseAddress address() {
        return address;
    }

    /** A connection for looking: read only, and with the warehouse's tables there. */
    Connection look() throws SQLException {
        Connection connection = address.connect();
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
                var row = statement.executeQuery("select to_regclass('privacy.data_key') is not null")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new WrongUse("the warehouse is of an older version. Bring it up to date with: childfile nightly");
            }
        }
        return address.dataSource();
    }

    /** Opens what lies sealed. */
    Keyring keys() throws SQLException {
        return WarehouseKeys.open(service(), shell.home(), shell.environment());
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
