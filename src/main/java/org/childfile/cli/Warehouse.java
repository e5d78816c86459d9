package org.childfile.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.audit.AccessLog;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.EmbeddedDatabase;
import org.childfile.rights.Claims;

/** The database of a command: the one that the environment names, or the embedded one of the home. */
final class Warehouse implements AutoCloseable {

    /** What a person at the machine works for, unless another purpose is said. */
    static final String OPERATIONS = "operations";

    private final Optional<EmbeddedDatabase> embedded;
    private final DatabaseAddress address;

    private Warehouse(Optional<EmbeddedDatabase> embedded, DatabaseAddress address) {
        this.embedded = embedded;
        this.address = address;
    }

    static Warehouse open(Shell shell) {
        String url = shell.environment().getOrDefault("CHILDFILE_DB_URL", "");
        if (!url.isBlank()) {
            return new Warehouse(
                    Optional.empty(),
                    new DatabaseAddress(
                            url,
                            shell.environment().getOrDefault("CHILDFILE_DB_USER", "childfile"),
                            shell.environment().getOrDefault("CHILDFILE_DB_PASSWORD", "")));
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.open(shell.home());
        return new Warehouse(Optional.of(embedded), embedded.address());
    }

    DatabaseAddress address() {
        return address;
    }

    /** A connection for reading all there is: the warehouse's tables are there, and those of this version. */
    Connection read() throws SQLException {
        Connection connection = address.connect();
        try (Statement statement = connection.createStatement()) {
            require(
                    statement,
                    "mart.child",
                    "the warehouse is empty. Begin with: childfile demo, or childfile nightly");
            require(
                    statement,
                    "rights.role_purpose",
                    "the warehouse is of an older version. Bring it up to date with: childfile nightly");
            statement.execute("set time zone 'Asia/Shanghai'");
            connection.setReadOnly(true);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** A connection for looking, bound by the rights that the person at the machine has for a purpose. */
    Connection look(String purpose) throws SQLException {
        Connection connection = read();
        try (Statement statement = connection.createStatement()) {
            requirePurpose(statement, purpose);
            ask(connection, Claims.operator(address.user(), purpose));
            statement.execute("set role childfile_api");
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static void require(Statement statement, String table, String otherwise) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new WrongUse(otherwise);
            }
        }
    }

    private static void requirePurpose(Statement statement, String purpose) throws SQLException {
        List<String> purposes = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery("select purpose from rights.role_purpose where role = 'operator' order by 1")) {
            while (row.next()) {
                purposes.add(row.getString(1));
            }
        }
        // None at all: nothing ran here yet, so there is nothing to be seen for any purpose.
        if (!purposes.isEmpty() && !purposes.contains(purpose)) {
            throw new WrongUse("--purpose " + purpose + " is none of an operator's purposes. Allowed are "
                    + String.join(", ", purposes) + " (mappings/rights.yaml).");
        }
    }

    private static void ask(Connection connection, Claims claims) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('childfile.claims', ?, false)")) {
            statement.setString(1, claims.json());
            statement.execute();
        }
    }

    /** The log of who was shown what. */
    AccessLog accesses() throws SQLException {
        return new AccessLog(service());
    }

    /** For services that read and write; the warehouse's tables are there, and those of this version. */
    DataSource service() throws SQLException {
        try (Connection connection = read();
                Statement statement = connection.createStatement()) {
            require(
                    statement,
                    "ops.access",
                    "the warehouse is of an older version. Bring it up to date with: childfile nightly");
        }
        return address.dataSource();
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
