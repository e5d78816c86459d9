package org.childfile.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The tables of this version of the program: carried out by the owner, and compared by whoever only uses them. The running
 * program needs no login that could change a table.
 */
public final class Migrations {

    /** Raised by each release, so that an older program does not put its own views and functions back. */
    private static final int EDITION = 1;

    private static final String DEFINITIONS = "definitions";
    private static final String LOCATION = "classpath:db/migration";
    /** No such table, function, schema, role or right: an older version made the tables, or none. */
    private static final Set<String> NOT_YET_THERE = Set.of("42P01", "42883", "3F000", "22023", "42501");

    private final Map<String, String> placeholders;

    /**
     * The migrations of this program.
     *
     * @param words what the scripts leave to others, by name: {@code ${NAME}} stands for it
     */
    public Migrations(Map<String, String> words) {
        Map<String, String> all = new TreeMap<>(words);
        SortedMap<String, String> defined = new TreeMap<>(words);
        defined.putAll(texts("R__*.sql"));
        all.put(DEFINITIONS, FileLines.tree(defined));
        all.put("edition", String.valueOf(EDITION));
        this.placeholders = Map.copyOf(all);
    }

    /** How the tables of a database compare with those that this program was made for. */
    public enum State {
        SAME,
        /** Some migrations are still to be carried out. */
        BEHIND,
        /** A newer program has been at work. */
        AHEAD
    }

    /** The database was brought up to date by a newer program. */
    public static final class Newer extends RuntimeException {
        private Newer() {
            super("the tables are of a newer version than this program");
        }
    }

    /**
     * Brings a database up to date, and gives the program's logins their roles. How many migrations were carried out.
     *
     * @throws Newer where a newer program has been at work
     */
    public int migrate(DatabaseLogins logins) throws SQLException {
        if (compare(logins.owner(), false) == State.AHEAD) {
            throw new Newer();
        }
        return configured(logins.owner())
                .callbacks(new LoginGrants(logins))
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** The migrations, to be carried out by an owner, all of them or none. */
    public FluentConfiguration configured(DatabaseAddress owner) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations(LOCATION)
                .schemas("public")
                .group(true)
                // A script may be renamed or taken away: what it defined, another one defines or a migration drops.
                .ignoreMigrationPatterns("*:future", "repeatable:missing")
                .placeholders(placeholders);
    }

    /** The text of each script as it is carried out. */
    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = texts("*__*.sql");
        texts.replaceAll((name, text) -> {
            String told = text;
            for (Map.Entry<String, String> word : placeholders.entrySet()) {
                told = told.replace("${" + word.getKey() + "}", word.getValue());
            }
            return told;
        });
        return texts;
    }

    /** Compares, as the running program. */
    public State compare(DatabaseAddress program) throws SQLException {
        return compare(program, true);
    }

    private State compare(DatabaseAddress login, boolean running) throws SQLException {
        Set<String> wanted = texts("V*.sql").keySet();
        // Without its role: an empty database has none.
        try (Connection connection = login.as("").connect();
                Statement statement = connection.createStatement()) {
            if (running) {
                statement.execute("set role " + DatabaseLogins.WRITER);
            }
            Set<String> there = answers(
                    statement,
                    "select script from public.flyway_schema_history where success and type = 'SQL' and version is not null");
            if (!wanted.containsAll(there)) {
                return there.containsAll(wanted) ? State.AHEAD : State.BEHIND;
            }
            String[] defined = answers(statement, "select rights.definitions()").stream()
                    .findFirst()
                    .orElse("0 ")
                    .split(" ", 2);
            if (Integer.parseInt(defined[0]) > EDITION) {
                return State.AHEAD;
            }
            return there.containsAll(wanted) && defined[1].equals(placeholders.get(DEFINITIONS))
                    ? State.SAME
                    : State.BEHIND;
        } catch (SQLException e) {
            if (NOT_YET_THERE.contains(String.valueOf(e.getSQLState()))) {
                return State.BEHIND;
            }
            throw e;
        }
    }

    private static Set<String> answers(Statement statement, String question) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (ResultSet row = statement.executeQuery(question)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static SortedMap<String, String> texts(String pattern) {
        try {
            SortedMap<String, String> texts = new TreeMap<>();
            for (Resource script : new PathMatchingResourcePatternResolver().getResources(LOCATION + "/" + pattern)) {
                texts.put(
                        Objects.requireNonNull(script.getFilename()),
                        script.getContentAsString(StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("the migrations of this program cannot be read", e);
        }
    }
}
