package org.childfile.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TableContents;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.childfile.jobs.TestFiles;
import org.childfile.jobs.TestWorld;
import org.childfile.lab.departments.Departments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands on a warehouse of their own, most of them after a good first night; and a look at what they did. */
@SuppressWarnings("NullAway.Init")
public abstract class OnSecondNight {

    public static final Path CONNECTORS = TestFiles.connectors();
    static final Path MAPPINGS = TestFiles.mappings();
    public static final Path HOME = TestFiles.temporary("operator");

    public static Departments departments;
    public static TestWorld world;
    public static DatabaseAddress afterFirstNight;

    public DatabaseAddress database = TestServer.fresh();

    @BeforeAll
    static void openDepartments() {
        world = TestWorld.small();
        departments = Departments.start(world.dir(), 0, "127.0.0.1");
        OnSecondNight first = new OnSecondNight() {};
        assertThat(first.childfile("nightly", "--date", "2025-11-21").exitCode())
                .isZero();
        afterFirstNight = first.database;
    }

    @AfterAll
    static void closeDepartments() {
        departments.close();
    }

    public void secondNight() {
        departments.behave();
        departments.night(2);
        database = TestServer.copy(afterFirstNight);
    }

    public CommandRun childfile(String... words) {
        return childfile(MAPPINGS, words);
    }

    public CommandRun inChinese(String... words) {
        Map<String, String> environment = environment();
        environment.remove("CHILDFILE_LANG");
        return CommandRun.of(environment, words);
    }

    public CommandRun childfile(Path mappings, String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        if (List.of("nightly", "retry", "hold").contains(words[0])
                || words[0].equals("quarantine") && words[1].equals("replay")) {
            command.addAll(List.of("--connectors", CONNECTORS.toString(), "--mappings", mappings.toString()));
        }
        return CommandRun.of(environment(), command.toArray(String[]::new));
    }

    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(departments.environment());
        environment.putAll(TestKeys.ENVIRONMENT);
        environment.put("CHILDFILE_HOME", HOME.toString());
        environment.put("CHILDFILE_LANG", "en");
        environment.put(CommandRun.OPERATOR, "wang");
        environment.put("CHILDFILE_DB_URL", database.url());
        environment.put("CHILDFILE_DB_USER", database.user());
        environment.put("CHILDFILE_DB_PASSWORD", database.password());
        return environment;
    }

    public long count(String sql) {
        return JdbcClient.create(TestDatabase.dataSource(database))
                .sql(sql)
                .query(Long.class)
                .single();
    }

    public List<String> texts(String sql) {
        return JdbcClient.create(TestDatabase.dataSource(database))
                .sql(sql)
                .query(String.class)
                .list();
    }

    /** Every table, that of the runs too. */
    public Map<String, String> contents() {
        return TableContents.of(
                TestDatabase.dataSource(database), "landing", "mapping", "linkage", "versions", "ops", "batch");
    }

    public List<String> published() {
        return published(database);
    }

    /** Every file as it stands, without when it came to stand so or its grade, which goes by the day; and whose records it is. */
    public static List<String> published(DatabaseAddress address) {
        DataSource database = TestDatabase.dataSource(address);
        Keyring keys = TestKeys.of(database);
        return JdbcClient.create(database).sql("""
                        select (to_jsonb(c) - array['child_id', 'version', 'valid_from', 'recorded_at', 'risk'])::text
                               || (select string_agg(m.feed || ' ' || m.source_key, ' ' order by m.feed, m.source_key)
                                   from mart.membership m where m.person_id = c.child_id)
                        from mart.child c""").query(String.class).list().stream()
                .map(keys::clear)
                .sorted()
                .toList();
    }
}
