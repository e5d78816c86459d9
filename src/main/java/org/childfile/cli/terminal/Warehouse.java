package org.childfile.cli.terminal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.audit.AccessLog;
import org.childfile.access.audit.OperatorIdentity;
import org.childfile.access.keys.WarehouseKeys;
import org.childfile.access.privacy.AuditKeys;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.rights.Claims;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.DatabaseLogins;
import org.childfile.database.EmbeddedDatabase;
import org.childfile.database.Migrations;
import org.childfile.files.versions.VersionSchema;

/** The database of a command: the one that the environment names, or the embedded one of the home. */
public final class Warehouse implements AutoCloseable {

    /** What a person at the machine works for, unless another purpose is said. */
    public static final String OPERATIONS = "operations";

    private final Shell shell;
    private final Optional<EmbeddedDatabase> embedded;
    private final DatabaseLogins logins;

    private Warehouse(Shell shell, Optional<EmbeddedDatabase> embedded, DatabaseLogins logins) {
        this.shell = shell;
        this.embedded = embedded;
        this.logins = logins;
    }

    public static Warehouse open(Shell shell) {
        String url = shell.environment().getOrDefault("CHILDFILE_DB_URL", "");
        if (!url.isBlank()) {
            DatabaseLogins logins = logins(url, shell.environment());
            if (!logins.ownerKnown()) {
                compare(logins, shell.messages());
            }
            return new Warehouse(shell, Optional.empty(), logins);
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.open(shell.home());
        return new Warehouse(shell, Optional.of(embedded), embedded.logins());
    }

    /** Without the owner's login the tables are used as they are, so they must be those of this program. */
    private static void compare(DatabaseLogins logins, Messages messages) {
        try {
            Migrations.State state = VersionSchema.migrations().compare(logins.program());
            if (state != Migrations.State.SAME) {
                throw new WrongUse(messages.text("schema." + state.name().toLowerCase(Locale.ROOT)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached: " + e.getMessage(), e);
        }
    }

    /** Who has no login of its own uses the one before, and gives up what it does not need. */
    private static DatabaseLogins logins(String url, Map<String, String> environment) {
        boolean alone = environment.getOrDefault("CHILDFILE_DB_USER", "").isBlank()
                && environment.getOrDefault("CHILDFILE_DB_PASSWORD", "").isBlank()
                && !environment.getOrDefault("CHILDFILE_DB_WRITER_USER", "").isBlank();
        DatabaseAddress owner = new DatabaseAddress(
                url,
                alone ? "" : environment.getOrDefault("CHILDFILE_DB_USER", "childfile"),
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

    /** Starts the embedded server again where it does not answer; whether it had to. A server of one's own is not this program's. */
    public boolean revive() throws IOException, SQLException {
        return embedded.isPresent() && embedded.get().revive();
    }

    /** Every login of the warehouse. */
    public DatabaseLogins logins() {
        return logins;
    }

    /** The login that the running program works as. */
    public DatabaseAddress address() {
        return logins.program();
    }

    /** A connection for reading all there is: the warehouse's tables are there, and those of this version. */
    public Connection read() throws SQLException {
        // Before the first night there is no role to act as.
        Connection connection = logins.program().as("").connect();
        try (Statement statement = connection.createStatement()) {
            require(connection, "mart", "child", "wrong.empty");
            require(connection, "ops", "access", "wrong.older");
            statement.execute("set role " + DatabaseLogins.WRITER);
            statement.execute("set time zone 'Asia/Shanghai'");
            connection.setReadOnly(true);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** A connection for looking, bound by the rights that the person at the machine has for a purpose. */
    public Connection look(String purpose) throws SQLException {
        try (Connection program = read()) {
            requirePurpose(reads(program), purpose);
        }
        Connection connection = logins.door().connect();
        try (Statement statement = connection.createStatement()) {
            ask(connection, Claims.operator(operator().recorded(), purpose));
            statement.execute("set time zone 'Asia/Shanghai'");
            connection.setReadOnly(true);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** The questions of a command over a connection of this warehouse; what lies sealed in the answers is opened. */
    public AskedReads reads(Connection connection) {
        return new AskedReads(connection, new LazyKeys(this::keys));
    }

    private static void require(Connection connection, String schema, String name, String otherwise)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                               where n.nspname = ? and c.relname = ?)""")) {
            statement.setString(1, schema);
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw WrongUse.of(otherwise);
                }
            }
        }
    }

    private void requirePurpose(AskedReads reads, String purpose) throws SQLException {
        List<String> purposes = reads.rows(ReadQuery.of("operator-purposes")).stream()
                .map(row -> row.text("purpose"))
                .toList();
        // None at all: nothing ran here yet, so there is nothing to be seen for any purpose.
        if (!purposes.isEmpty() && !purposes.contains(purpose)) {
            throw CliDoor.operator(this, OPERATIONS)
                    .refused(
                            purpose.matches("[a-z-]{1,40}") ? "purpose " + purpose : "purpose",
                            shell.messages().text("wrong.purpose", purpose, String.join(", ", purposes)));
        }
    }

    private static void ask(Connection connection, Claims claims) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('childfile.claims', ?, false)")) {
            statement.setString(1, claims.json());
            statement.execute();
        }
    }

    /** Who sits at the machine. */
    OperatorIdentity operator() {
        return shell.operator();
    }

    /** The log of who was shown what. */
    AccessLog accesses() throws SQLException {
        return new AccessLog(service(), auditKeys());
    }

    /** The keys by which the log is bound. */
    public AuditKeys auditKeys() {
        return AuditKeys.of(shell.home(), shell.environment());
    }

    /** For services that read and write; the warehouse's tables are there, and those of this version. */
    public DataSource service() throws SQLException {
        read().close();
        return logins.program().dataSource();
    }

    /** Opens what lies sealed. */
    public Keyring keys() throws SQLException {
        return WarehouseKeys.open(service(), shell.home(), shell.environment());
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
