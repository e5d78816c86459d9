package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/**
 * Who logs in for a survey of one district, a purpose of this test, tries to see more: A and masked B are what there is.
 *
 * <p>Over 250 lines, because every way round that was thought of stands here.
 */
class WaysRoundTest {

    private static GuardedWarehouse warehouse;

    private Connection login;

    @BeforeAll
    static void fill() throws SQLException {
        warehouse = new GuardedWarehouse();
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, """
                    insert into rights.purpose (purpose) values ('survey');
                    insert into rights.role_purpose (role, purpose, classes, minors, sees)
                    select 'district', 'survey', '{plain}', false,
                           jsonb_object_agg(p, rights.gives(p, '{plain}', 'survey', null))
                    from unnest(array['', 'child', 'volunteer', 'pairing', 'care']) p""");
        }
    }

    @BeforeEach
    void logIn() throws SQLException {
        warehouse.grant(new Claims("x", "district", "survey", List.of("500112"), List.of(), null, "sql"));
        login = warehouse.login();
    }

    @AfterEach
    void logOut() throws SQLException {
        login.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role childfile_api",
                "set role childfile_writer",
                "set role childfile_views",
                "set role childfile_owner",
                "set role postgres",
                "set session authorization postgres",
                "select set_config('role', 'childfile_api', false)",
                "select * from versions.child_version",
                "select * from versions.volunteer_version",
                "select * from mapping.source_record",
                "select * from landing.record",
                "select * from linkage.person",
                "select * from linkage.membership",
                "select * from linkage.review_pair",
                "select * from rights.grantee",
                "insert into rights.grantee values ('login_of_tests', 'city', '{\"\"}', '{}', '{care}', null)",
                "update rights.role_purpose set minors = true",
                "update mart.child set name = 'x'",
                "delete from mart.child",
                "insert into ops.run (run_id) values ('x')",
                "create or replace view mart.child as select 1 as child_id",
                "create view mart.mine as select 1",
                "alter view mart.child reset (security_barrier)",
                "alter view mart.child owner to login_of_tests",
                "drop policy published on versions.child_version",
                "alter table versions.child_version disable row level security",
                "alter function rights.claims() owner to login_of_tests",
                "create or replace function rights.caller() returns name language sql return 'postgres'::name",
                "grant childfile_writer to login_of_tests",
                "copy versions.child_version to stdout",
                "copy (select 1) to program 'true'",
                "copy (select 1) to '/tmp/x'",
                "select lo_import('/etc/passwd')",
                "select pg_read_file('/etc/passwd')",
                "select * from pg_authid",
                "select query_to_xml('select * from versions.child_version', true, false, '')",
                "select rights.sight('child') from versions.child_version",
                "select rights.ask('{\"role\": \"city\", \"purpose\": \"care\", \"divisions\": [\"\"]}')"
            })
    void isRefused(String attempt) {
        assertThatThrownBy(() -> GuardedWarehouse.run(login, attempt))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isIn("42501", "55000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set childfile.claims = '{\"role\": \"city\", \"purpose\": \"care\", \"divisions\": [\"\"]}'",
                "select set_config('childfile.claims',"
                        + " '{\"role\": \"city\", \"purpose\": \"care\", \"divisions\": [\"\"]}', false)",
                "set childfile.claims = '{}'; set childfile.asked = '{}'; set childfile.everywhere = 'true';"
                        + " set childfile.purpose_of = 'operations';"
                        + " set childfile.granted = '{\"role\": \"city\", \"purpose\": \"care\", \"rows\": \"divisions\","
                        + " \"divisions\": [\"\"], \"classes\": [\"judicial\", \"plain\"], \"minors\": true}'",
                "set search_path = pg_temp, mart, rights",
                "set row_security = on",
                "set plan_cache_mode = force_generic_plan",
                "set enable_indexscan = off",
                "set role childfile_reader; reset role"
            })
    void changesNothing(String attempt) throws SQLException {
        GuardedWarehouse.run(login, attempt);

        assertThat(GuardedWarehouse.texts(login, "select child_id || name from mart.child order by 1"))
                .containsExactly("CA张阿大", "CB张*");
        assertThat(GuardedWarehouse.texts(login, "select child_id from mart.child where father_state is not null"))
                .isEmpty();
    }

    @Test
    void aPurposeThatWasNotGrantedGivesNothing() throws SQLException {
        GuardedWarehouse.run(login, "set childfile.purpose = 'care'");

        assertThat(GuardedWarehouse.texts(login, "select child_id from mart.child"))
                .isEmpty();
    }

    @Test
    void aFunctionThatTellsWhatItIsGivenIsGivenOnlyWhatMayBeSeen() throws SQLException {
        warehouse.letPlant();
        GuardedWarehouse.run(login, """
                create function pg_temp.tell(what text) returns boolean language plpgsql cost 0.0000001
                as $$ begin raise notice '%', what; return true; end $$""");
        for (String column : List.of("name", "id_number", "guardian_name", "residence_division", "child_id")) {
            assertThat(told("select * from mart.child where pg_temp.tell(" + column + ")"))
                    .as(column)
                    .noneMatch(what -> what.contains("张必")
                            || what.contains("张次")
                            || what.contains("500113")
                            || what.contains("王")
                            || what.contains("CC"));
            assertThat(told("select * from mart.child_version where pg_temp.tell(" + column + ")"))
                    .noneMatch(what -> what.contains("张必") || what.contains("张次") || what.contains("CC"));
        }
        assertThat(told("select * from mart.child_value where pg_temp.tell(value)"))
                .containsOnly("三年级");
    }

    private List<String> told(String query) throws SQLException {
        List<String> told = new ArrayList<>();
        try (Statement statement = login.createStatement()) {
            statement.executeQuery(query);
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                told.add(String.valueOf(warning.getMessage()));
            }
        }
        return told;
    }

    @Test
    void anErrorSpeaksOnlyOfWhatMayBeSeen() {
        for (String query : List.of(
                "select * from mart.child where name::integer = 1 and child_id <> 'CA'",
                "select * from mart.child where (child_id || residence_division)::integer = 1",
                "select * from mart.child_value where value::integer = 1")) {
            assertThatThrownBy(() -> GuardedWarehouse.texts(login, query))
                    .hasMessageContaining("invalid input syntax")
                    .satisfies(e -> assertThat(e.getMessage())
                            .doesNotContain("必")
                            .doesNotContain("张次")
                            .doesNotContain("CC")
                            .doesNotContain("死亡"));
        }
    }

    @Test
    void aPlanShowsNoValue() throws SQLException {
        assertThat(String.join(
                        "\n", GuardedWarehouse.texts(login, "explain (analyze, verbose) select * from mart.child")))
                .doesNotContain("张阿大")
                .doesNotContain("张次三");
    }

    @Test
    void aCopyHasWhatTheViewHas() throws Exception {
        StringWriter out = new StringWriter();
        login.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select child_id, name, id_number from mart.child order by 1) to stdout (format csv)",
                        out);

        assertThat(out.toString()).isEqualTo("CA,张阿大,\nCB,张*,\n");
    }

    @Test
    void statisticsOfTheDatabaseTellNothing() throws SQLException {
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, "analyze versions.child_version");
        }
        assertThat(GuardedWarehouse.texts(
                        login,
                        "select attname::text from pg_stats where schemaname in ('versions', 'mapping', 'linkage')"))
                .isEmpty();
    }

    /** CR went into CA; CC lives in another district, CD nowhere that is known; CX was never given. */
    @Test
    void anIdIsFollowedOnlyToWhomMayBeSeen() throws SQLException {
        String question = "select string_agg(coalesce(mart.current_id(id), '-'), ' ' order by id)"
                + " from unnest('{CA,CB,CC,CD,CR,CX,VA}'::text[]) id";
        assertThat(GuardedWarehouse.texts(login, question)).containsExactly("CA CB - - CA - VA");

        warehouse.grant(new Claims("x", "city", "care", List.of("5001"), List.of(), null, "sql"));
        assertThat(GuardedWarehouse.texts(login, question)).containsExactly("CA CB CC - CA - VA");

        warehouse.grant(new Claims("x", "city", "statistics", List.of("5001"), List.of(), null, "sql"));
        assertThat(GuardedWarehouse.texts(login, question)).containsExactly("- - - - - - -");

        warehouse.grant(new Claims("x", "auditor", "audit", List.of(), List.of(), null, "sql"));
        assertThat(GuardedWarehouse.texts(login, question)).containsExactly("CA CB CC CD CA - VA");

        warehouse.grant(new Claims("x", "district", "unknown", List.of(""), List.of(), null, "sql"));
        assertThat(GuardedWarehouse.texts(login, question)).containsExactly("- - - - - - -");
        try (Connection owner = warehouse.owner()) {
            assertThat(GuardedWarehouse.texts(owner, question)).containsExactly("CA CB CC CD CA - VA");
        }
    }

    /** What PostgreSQL tells of what it does not show, as docs/security.md says: numbers, and nothing else. */
    @Test
    void aPlanTellsHowManyWereRemovedAndNothingOfThem() throws SQLException {
        String plan = String.join(
                "\n",
                GuardedWarehouse.texts(
                        login,
                        "explain (analyze, verbose, costs off, timing off, buffers off) select * from mart.child"
                                + " where residence_division >= '500113' and residence_division < '500114'"));

        assertThat(plan).contains("Rows Removed by Filter").doesNotContain("张次").doesNotContain("CC");
    }

    @Test
    void aJoinWithTheSeenShowsNoMoreThanTheSeen() throws SQLException {
        assertThat(GuardedWarehouse.texts(login, """
                select c.child_id from mart.child c join mart.child_version v using (child_id)
                where v.name like '张次%' or v.name like '张必%' or c.id_number like '5%'""")).isEmpty();
        assertThat(GuardedWarehouse.texts(
                        login, "select child_id from mart.child_as_of('2025-06-01', now()) order by 1"))
                .containsExactly("CA", "CB");
        assertThat(GuardedWarehouse.texts(login, "select attribute from mart.child_difference('CC', 1, 1)"))
                .isEmpty();
    }

    /** CR went into CA. */
    @Test
    void aListedChildThatTurnedOutToBeAnotherIsSeenAsThatOne() throws SQLException {
        warehouse.grant(new Claims("x", "caring-mother", "care", List.of(), List.of("CR"), null, "sql"));

        assertThat(GuardedWarehouse.texts(login, "select child_id from mart.child"))
                .containsExactly("CA");
        assertThat(GuardedWarehouse.texts(login, "select mart.current_id('CR')"))
                .containsExactly("CA");
    }
}
