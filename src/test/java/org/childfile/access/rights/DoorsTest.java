package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who logs in with SQL tries to become somebody else, or to leave something behind. */
class DoorsTest {

    private static final String FORBIDDEN = "42501";

    private GuardedWarehouse warehouse;
    private Connection login;

    @BeforeEach
    void logIn() throws SQLException {
        warehouse = new GuardedWarehouse();
        warehouse.grant(new Claims("x", "district", "statistics", List.of("500112"), List.of(), null, "sql"));
        login = warehouse.login();
    }

    @AfterEach
    void logOut() throws SQLException {
        login.close();
    }

    /** A type of that name in pg_temp comes before all others, where a search_path does not say otherwise. */
    private static final String PLANT = """
            create function pg_temp.tell(x pg_catalog.%1$s) returns pg_catalog.bool language plpgsql
                as $$ begin raise notice 'ran as %%', current_user; return true; end $$;
            create domain pg_temp.%1$s as pg_catalog.%1$s check (pg_temp.tell(value))""";

    private static final List<String> PLANTED = List.of(
            "jsonb",
            "text",
            "bool",
            "int4",
            "int8",
            "date",
            "timestamptz",
            "interval",
            "name",
            "numeric",
            "bytea",
            "float8");

    /** What PostgreSQL looks for in pg_temp by the names of tables, if a function names them without a schema. */
    private static final String SHADOW = """
            create temporary view %1$s as select pg_temp.tell(null::pg_catalog.text)::pg_catalog.text as one""";

    private static final List<String> SHADOWED = List.of(
            "grantee",
            "role",
            "role_purpose",
            "attribute",
            "person",
            "child_version",
            "pg_roles",
            "pg_class",
            "pg_proc");

    private void plant() throws SQLException {
        warehouse.letPlant();
        for (String type : PLANTED) {
            GuardedWarehouse.run(login, PLANT.formatted(type));
        }
        for (String table : SHADOWED) {
            GuardedWarehouse.run(login, SHADOW.formatted(table));
        }
    }

    @Test
    void nothingThatIsPlantedRunsAsAnybodyElse() throws SQLException {
        plant();

        List<String> called = new ArrayList<>();
        for (String path :
                List.of("\"$user\", public", "pg_temp", "pg_temp, pg_catalog", "pg_temp, mart, rights, ops")) {
            GuardedWarehouse.run(login, "set search_path = " + path);
            for (String call : calls()) {
                called.add(call);
                assertThat(notices(call)).as(call).allMatch("ran as login_of_tests"::equals);
            }
        }
        assertThat(called).anyMatch(call -> call.startsWith("select * from rights.granted("));
        assertThat(called).anyMatch(call -> call.startsWith("select * from rights.sight("));
        assertThat(called).anyMatch(call -> call.startsWith("select * from mart.find_child("));
    }

    @Test
    void theSamePlantedFindsAFunctionThatNamesNoSearchPath() throws SQLException {
        plant();
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, """
                    create function rights.careless() returns boolean language plpgsql security definer set search_path = ''
                        as $$ declare said jsonb := '{}'; begin return said is not null; end $$;
                    alter function rights.careless() owner to childfile_owner;
                    call rights.callable('rights.careless()')""");
        }

        assertThat(notices("select rights.careless()")).contains("ran as childfile_owner");
    }

    /** A call of each function that the login may call, with nothing for its arguments. */
    private List<String> calls() throws SQLException {
        return GuardedWarehouse.texts(login, """
                select pg_catalog.format('select * from %s(%s)', p.oid::pg_catalog.regproc, (
                    select pg_catalog.string_agg('null::' || pg_catalog.format_type(a.t, null), ', ' order by a.n)
                    from pg_catalog.unnest(p.proargtypes::pg_catalog.oid[]) with ordinality a (t, n)))
                from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
                where n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname !~ '^pg_'
                  and p.prokind = 'f' and p.prorettype <> 'trigger'::pg_catalog.regtype
                  and pg_catalog.has_schema_privilege(n.oid, 'usage') and pg_catalog.has_function_privilege(p.oid, 'execute')
                union all
                select pg_catalog.format('select * from %I.%I', n.nspname, c.relname)
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('v', 'r') and n.nspname in ('mart', 'ops')
                  and pg_catalog.has_table_privilege(c.oid, 'select')""".replace("'trigger'::", "'pg_catalog.trigger'::"));
    }

    private List<String> notices(String query) throws SQLException {
        List<String> notices = new ArrayList<>();
        try (Statement statement = login.createStatement()) {
            statement.execute(query);
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                notices.add(String.valueOf(warning.getMessage()));
            }
        }
        return notices;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create temporary table planted (n integer)",
                "create temporary view planted as select 1",
                "create temporary sequence planted",
                "create domain pg_temp.jsonb as pg_catalog.jsonb",
                "create type pg_temp.planted as (n integer)",
                "create function pg_temp.planted() returns integer language sql return 1",
                "create function pg_temp.planted() returns integer language plpgsql as 'begin return 1; end'",
                "do $$ begin perform 1; end $$",
                "create schema planted",
                "create database planted",
                "create role planted",
                "create extension hstore schema mart",
                "create publication planted for all tables",
                "create event trigger planted on ddl_command_start execute function pg_catalog.suppress_redundant_updates_trigger()",
                "create language planted handler plpgsql_call_handler",
                "select lo_create(0)",
                "select lo_from_bytea(0, 'x')",
                "select pg_logical_emit_message(false, 'x', 'x')",
                "select pg_advisory_lock(1)",
                "select pg_try_advisory_lock(1)",
                "select pg_advisory_xact_lock_shared(1, 2)",
                "select * from rights.grantee",
                "insert into rights.grantee (db_role, role, purposes) values ('x', 'city', '{care}')",
                "begin; lock table rights.grantee in access share mode",
                "begin; lock table batch.run_lock in access share mode",
                "begin; lock table mart.child in share row exclusive mode",
                "copy (select 1) to program 'true'",
                "copy ops.run to program 'true'",
                "copy (select 1) to '/tmp/planted'",
                "select pg_read_file('postgresql.conf')",
                "select pg_ls_dir('.')",
                "select pg_reload_conf()",
                "select pg_switch_wal()",
                "alter system set fsync = off",
                "alter role login_of_tests createrole",
                "alter role login_of_tests set session_preload_libraries = 'x'",
                "call rights.guard()",
                "call rights.publish('mart.child')",
                "select audit.append('[]')",
                "select versions.tell_erased('child', 'CA')",
                "select rights.ask('{}')"
            })
    void nothingCanBeMadeLockedOrLeftBehind(String attempt) {
        assertThatThrownBy(() -> GuardedWarehouse.run(login, attempt))
                .as(attempt)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState())
                                .as(attempt + ": " + e.getMessage())
                                .isEqualTo(FORBIDDEN));
    }

    @Test
    void inNoSchemaCanAnythingBeMade() throws SQLException {
        List<String> schemas = GuardedWarehouse.texts(login, "select quote_ident(nspname) from pg_namespace");
        assertThat(schemas).contains("public", "mart", "rights", "pg_catalog");
        for (String schema : schemas) {
            for (String attempt : List.of(
                    "create table %s.planted (n integer)",
                    "create view %s.planted as select 1",
                    "create sequence %s.planted",
                    "create type %s.planted as enum ('x')",
                    "create operator %s.=== (leftarg = integer, rightarg = integer, function = int4eq)")) {
                nothingCanBeMadeLockedOrLeftBehind(attempt.formatted(schema));
            }
        }
    }

    @Test
    void noOtherRoleCanBeTaken() throws SQLException {
        List<String> others = GuardedWarehouse.texts(
                login,
                "select quote_ident(rolname) from pg_roles where rolname not in ('login_of_tests', 'childfile_reader')");
        assertThat(others).contains("postgres", "childfile_owner", "childfile_api", "pg_signal_backend");
        for (String other : others) {
            nothingCanBeMadeLockedOrLeftBehind("set role " + other);
        }
    }

    @Test
    void whatOthersAskIsNotShown() throws SQLException {
        try (Connection other = warehouse.owner()) {
            GuardedWarehouse.run(other, "select 'a secret question'");

            assertThat(GuardedWarehouse.texts(
                            login, "select query from pg_stat_activity where usename <> session_user and query <> ''"))
                    .isNotEmpty()
                    .containsOnly("<insufficient privilege>");
        }
        assertThat(GuardedWarehouse.texts(login, "select count(*) from pg_prepared_xacts"))
                .containsExactly("0");
    }
}
