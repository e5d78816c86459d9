package org.childfile.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.childfile.files.versions.VersionSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Warehouses of releases, with their rows, are brought up to date. */
class ReleaseUpgradeTest {

    /** What migrations may not touch but by a script that says so: all tables that hold rows of people. */
    private static final String[] SCHEMAS = {
        "landing",
        "mapping",
        "linkage",
        "versions",
        "digitalfile",
        "pairing",
        "care",
        "wakeup",
        "coverage",
        "subject",
        "audit"
    };

    private final DatabaseAddress address = TestDatabase.empty();
    private final JdbcClient jdbc = JdbcClient.create(address.dataSource());

    @ParameterizedTest
    @ValueSource(strings = "0.2.0")
    void aWarehouseOfAReleaseKeepsItsRowsAndHasTheViewsOfToday(String release) throws SQLException, IOException {
        ReleaseDump.restore(ReleaseDump.of(release), address);
        Map<String, String> before = contents();
        assertThat(count("versions.child_version")).isPositive();

        VersionSchema.migrations().configured(address).load().migrate();

        assertThat(contents()).isEqualTo(before);
        assertThat(definitions()).isEqualTo(definitionsOfANewOne());
        // As who sees nothing: whether each view can be read at all.
        for (String view : jdbc.sql(
                        "select format('%I.%I', schemaname, viewname) from pg_views where schemaname in ('mart', 'ops')")
                .query(String.class)
                .list()) {
            assertThat(count(view)).isNotNegative();
        }
    }

    /** A view that has a column more or less is dropped and made again, and with it all that is built on it. */
    @Test
    void whenOneDefinitionChangesAllAreMadeAnewAndNoRowIsTouched() throws SQLException, IOException {
        ReleaseDump.restore(ReleaseDump.of("0.2.0"), address);
        VersionSchema.migrations().configured(address).load().migrate();
        Map<String, String> before = contents();
        jdbc.sql("create or replace view mart.child as select s.*, 1 as more from mart.child_sealed s")
                .update();

        int carriedOut = otherProgram(address);

        assertThat(carriedOut).isEqualTo((int) VersionSchema.migrations().texts().keySet().stream()
                .filter(name -> name.startsWith("R__"))
                .count());
        assertThat(contents()).isEqualTo(before);
        VersionSchema.migrations().configured(address).load().migrate();
        assertThat(definitions()).isEqualTo(definitionsOfANewOne());
    }

    /** A repeatable script that is no more, a run that is going on, and a view that somebody built on a published one. */
    @Test
    void whatStandsInTheWayIsNamedAndNothingIsTouched() throws SQLException {
        DatabaseAddress warehouse = TestDatabase.migrated();
        JdbcClient owner = JdbcClient.create(warehouse.dataSource());
        owner.sql("update public.flyway_schema_history set checksum = 1, description = 'gone', script = 'R__gone.sql'"
                        + " where script = 'R__430_ops.sql'")
                .update();
        owner.sql("create schema reporting").update();
        owner.sql("create view reporting.built as select * from mart.child").update();
        String before = definitions(owner);
        assertThatThrownBy(() -> otherProgram(warehouse))
                .hasMessageContaining("others are built on them: reporting.built");
        assertThat(definitions(owner)).isEqualTo(before);
        owner.sql("drop view reporting.built").update();
        try (Connection run = warehouse.connect();
                Statement statement = run.createStatement()) {
            run.setAutoCommit(false);
            statement.execute("lock table batch.run_lock in share row exclusive mode");
            assertThatThrownBy(() -> otherProgram(warehouse))
                    .hasMessageContaining("a run is going on in this warehouse");
        }
        otherProgram(warehouse);
        VersionSchema.migrations().configured(warehouse).load().migrate();
        assertThat(definitions(owner)).isEqualTo(definitionsOfANewOne());
    }

    /** Migrates as a program would whose definitions are others. How many scripts were carried out. */
    private static int otherProgram(DatabaseAddress address) {
        Map<String, String> words =
                new HashMap<>(VersionSchema.migrations().configured(address).getPlaceholders());
        words.put("definitions", "of another program");
        return VersionSchema.migrations()
                .configured(address)
                .placeholders(words)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private Map<String, String> contents() {
        return TableContents.of(TestDatabase.dataSource(address), SCHEMAS);
    }

    private int count(String relation) {
        return jdbc.sql("select count(*) from " + relation).query(Integer.class).single();
    }

    private String definitions() {
        return definitions(jdbc);
    }

    private static String definitionsOfANewOne() {
        return definitions(JdbcClient.create(TestDatabase.migrated().dataSource()));
    }

    /** Every view, function, policy, column and index as PostgreSQL tells it. */
    private static String definitions(JdbcClient jdbc) {
        return String.join("\n", jdbc.sql("""
                select told from (
                    select 'view ' || c.oid::regclass || ' ' || c.relowner::regrole || ' ' || coalesce(c.relacl::text, '') || ' ' || pg_get_viewdef(c.oid) as told
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind = 'v' and n.nspowner = 'childfile_owner'::regrole
                    union all
                    select 'function ' || p.proowner::regrole || ' ' || coalesce(p.proacl::text, '') || ' ' || pg_get_functiondef(p.oid)
                    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                    where n.nspowner = 'childfile_owner'::regrole
                    union all
                    select 'policy ' || tablename || policyname || roles::text || coalesce(qual, '') from pg_policies
                    union all
                    select 'column ' || a.attrelid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || a.attnotnull
                    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped and n.nspowner = 'childfile_owner'::regrole
                    union all
                    select 'index ' || indexdef from pg_indexes i join pg_namespace n on n.nspname = i.schemaname
                    where n.nspowner = 'childfile_owner'::regrole
                ) t order by told""").query(String.class).list());
    }
}
