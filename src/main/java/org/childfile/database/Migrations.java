package org.childfile.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The tables of this version of the program: carried out by the owner, and compared by whoever only uses them. The running
 * program needs no login that could change a table.
 */
public final class Migrations {

    private static final String LOCATION = "classpath:db/migration";
    /** No such table, role or right: an older version made the tables, or none. */
    private static final Set<String> NOT_YET_THERE = Set.of("42P01", "22023", "42501");

    private Migrations() {}

    /** How the tables of a database compare with those that this program was made for. */
    public enum State {
        SAME,
        /** Some migrations are still to be carried out. */
        BEHIND,
        /** A newer program has been at work. */
        AHEAD
    }

    /** Brings a database up to date, and gives the program's logins their roles. How many migrations were carried out. */
    public static int migrate(DatabaseLogins logins) {
        DatabaseAddress owner = logins.owner();
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations(LOCATION)
                .schemas("public")
                .callbacks(new LoginGrants(logins))
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** Compares, as the running program. */
    public static State compare(DatabaseAddress program) throws SQLException {
        Set<String> wanted = scripts();
        Set<String> there = carriedOut(program);
        if (!there.containsAll(wanted)) {
            return State.BEHIND;
        }
        return wanted.containsAll(there) ? State.SAME : State.AHEAD;
    }

    private static Set<String> scripts() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(LOCATION + "/V*.sql"))
                    .map(script -> Objects.requireNonNull(script.getFilename()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException("the migrations of this program cannot be read", e);
        }
    }

    private static Set<String> carriedOut(DatabaseAddress program) throws SQLException {
        Set<String> scripts = new TreeSet<>();
        // Without its role: an empty database has none.
        try (Connection connection = program.as("").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role " + DatabaseLogins.WRITER);
            try (ResultSet row = statement.executeQuery(
                    "select script from public.flyway_schema_history where success and type = 'SQL'")) {
                while (row.next()) {
                    scripts.add(row.getString(1));
                }
            }
            return scripts;
        } catch (SQLException e) {
            if (NOT_YET_THERE.contains(String.valueOf(e.getSQLState()))) {
                return Set.of();
            }
            throw e;
        }
    }
}
