package org.childfile.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.cli.main.CommandRun;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables are their owner's business; who runs without its password uses them as they are, or says why not. */
class MigrateCommandTest {

    @TempDir
    private Path home = Path.of("");

    private DatabaseAddress owner = new DatabaseAddress("", "", "");
    private final Map<String, String> running = new HashMap<>();

    @BeforeEach
    void anEmptyDatabase() {
        owner = TestDatabase.empty();
        String name = owner.url().replaceFirst(".*/", "");
        running.put("CHILDFILE_HOME", home.toString());
        running.put("CHILDFILE_LANG", "en");
        running.put("CHILDFILE_DB_URL", owner.url());
        running.put("CHILDFILE_DB_WRITER_USER", name + "_program");
        running.put("CHILDFILE_DB_WRITER_PASSWORD", "program");
        running.put("CHILDFILE_DB_READER_USER", name + "_door");
        running.put("CHILDFILE_DB_READER_PASSWORD", "door");
    }

    private CommandRun asOwner(String... words) {
        Map<String, String> environment = new HashMap<>(running);
        environment.put("CHILDFILE_DB_USER", owner.user());
        environment.put("CHILDFILE_DB_PASSWORD", owner.password());
        return CommandRun.of(environment, words);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void theRunningProgramNeedsTheOwnerOnlyForTheTables() throws SQLException {
        assertThat(asOwner("migrate").out())
                .matches("the tables are up to date \\([1-9]\\d* migrations carried out\\)\n");
        assertThat(asOwner("migrate").out()).isEqualTo("the tables are up to date (0 migrations carried out)\n");

        CommandRun runs = CommandRun.of(running, "runs");
        assertThat(runs.exitCode()).as(runs.err()).isZero();
        CommandRun keys = CommandRun.of(running, "sql", "select 1 as n");
        assertThat(keys.exitCode()).as(keys.err()).isZero();

        execute("create or replace function rights.definitions() returns text language sql immutable parallel safe"
                + " return '0 older'");
        assertTablesAreOlder();
        execute("delete from public.flyway_schema_history where version = (select max(version) from"
                + " public.flyway_schema_history)");
        assertTablesAreOlder();
    }

    private void assertTablesAreOlder() {
        CommandRun behind = CommandRun.of(running, "runs");
        assertThat(behind.exitCode()).isEqualTo(2);
        assertThat(behind.err())
                .isEqualTo("Error: the tables are of an older version. Let their owner bring them up to date: childfile"
                        + " migrate (with CHILDFILE_DB_USER and CHILDFILE_DB_PASSWORD)\n");
    }

    @Test
    void aDatabaseOfANewerProgramIsLeftAlone() throws SQLException {
        assertThat(asOwner("migrate").exitCode()).isZero();
        execute(
                "insert into public.flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1,"
                        + " 'x', 1, true)");
        CommandRun ahead = CommandRun.of(running, "runs");
        assertThat(ahead.exitCode()).isEqualTo(2);
        assertThat(ahead.err()).startsWith("Error: the tables are of a newer version than this program.");
        CommandRun byItsOwner = asOwner("migrate");
        assertThat(byItsOwner.exitCode()).isEqualTo(2);
        assertThat(byItsOwner.err()).startsWith("Error: the tables are of a newer version than this program.");
    }

    @Test
    void definitionsOfANewerProgramAreNotPutBackByAnOlderOne() throws SQLException {
        assertThat(asOwner("migrate").exitCode()).isZero();
        execute("create or replace function rights.definitions() returns text language sql immutable parallel safe"
                + " return '1000 newer'");
        for (CommandRun ahead : List.of(asOwner("migrate"), CommandRun.of(running, "runs"))) {
            assertThat(ahead.exitCode()).isEqualTo(2);
            assertThat(ahead.err()).startsWith("Error: the tables are of a newer version than this program.");
        }
    }

    @Test
    void withoutTheOwnerNothingIsMigrated() {
        CommandRun refused = CommandRun.of(running, "migrate");
        assertThat(refused.exitCode()).isEqualTo(1);
    }
}
