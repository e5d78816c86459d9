package org.childfile.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the running program, and a door by which people look, may not do: not even as the login itself, without its role. */
@SuppressWarnings("NullAway.Init")
class LoginsTest {

    private static final String FORBIDDEN = "42501";

    private static DatabaseLogins logins;
    private Connection program;
    private Connection door;

    @BeforeAll
    static void createDatabase() {
        logins = TestDatabase.withLogins();
    }

    @BeforeEach
    void connect() throws SQLException {
        program = logins.program().connect();
        door = logins.door().connect();
    }

    @AfterEach
    void close() throws SQLException {
        program.close();
        door.close();
    }

    @Test
    void eachActsAsItsRoleFromTheFirstStatement() throws SQLException {
        assertThat(text(program, "select session_user || ' ' || current_user"))
                .isEqualTo("childfile_program childfile_writer");
        assertThat(text(door, "select session_user || ' ' || current_user")).isEqualTo("childfile_door childfile_api");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table landing.planted (n integer)",
                "create table public.planted (n integer)",
                "create table mart.planted (n integer)",
                "create schema planted",
                "alter table landing.pull add planted integer",
                "alter table landing.pull disable trigger all",
                "alter view mart.child rename to planted",
                "create or replace view mart.child as select 1 as child_id",
                "drop table mapping.source_record cascade",
                "drop view mart.child cascade",
                "drop index linkage.block_key",
                "drop schema versions cascade",
                "create function mart.planted() returns integer language sql return 1",
                "create trigger planted before insert on landing.pull execute function suppress_redundant_updates_trigger()",
                "create policy planted on versions.child_version using (true)",
                "create role planted",
                "alter role childfile_program superuser",
                "alter role postgres password 'planted'",
                "create database planted",
                "copy (select 1) to program 'true'",
                "copy (select 1) to '/tmp/planted'",
                "select pg_read_file('postgresql.conf')",
                "select lo_import('/etc/passwd')",
                "set role postgres",
                "set session authorization postgres",
                "alter system set fsync = off",
                "update public.flyway_schema_history set success = true"
            })
    void theRunningProgramIsNoOwner(String statement) throws SQLException {
        assertForbidden(program, statement);
        try (Connection bare = logins.program().as("").connect()) {
            assertForbidden(bare, statement);
        }
    }

    @Test
    void theRunningProgramReadsAndWritesRows() {
        assertThatCode(() -> execute(program, "delete from landing.pull")).doesNotThrowAnyException();
        assertThatCode(() -> execute(program, "create temporary table working (n integer)"))
                .doesNotThrowAnyException();
        assertThatCode(() -> execute(program, "analyze landing.pending")).doesNotThrowAnyException();
    }

    @Test
    void withoutItsRoleTheProgramsLoginSeesNothing() throws SQLException {
        execute(program, "set role none");
        assertForbidden(program, "select count(*) from landing.pull");
        assertForbidden(program, "select count(*) from mart.child");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from linkage.person",
                "insert into linkage.verdict default values",
                "update versions.child_version set version = 1",
                "select count(*) from landing.record",
                "select count(*) from batch.batch_job_instance",
                "create table public.planted (n integer)",
                "create table mart.planted (n integer)",
                "drop view mart.child",
                "set role childfile_writer",
                "set role postgres",
                "set session authorization childfile_program",
                "copy (select 1) to program 'true'",
                "select pg_read_file('postgresql.conf')"
            })
    void aDoorCannotWriteNorReadBehindWhatIsPublished(String statement) throws SQLException {
        assertForbidden(door, statement);
        try (Connection bare = logins.door().as("").connect()) {
            assertForbidden(bare, statement);
        }
    }

    @Test
    void whoLogsInOtherwiseCannotTakeARole() {
        assertThatThrownBy(() -> logins.door().as(DatabaseLogins.WRITER).connect())
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(FORBIDDEN));
    }

    @Test
    void oneLoginForAllGivesItsRightsUp() throws SQLException {
        try (Connection connection = DatabaseLogins.of(logins.owner()).program().connect()) {
            assertThat(text(connection, "select current_user")).isEqualTo("childfile_writer");
            assertForbidden(connection, "create table landing.planted (n integer)");
        }
    }

    @Test
    void aNameOfARoleIsNothingElse() {
        assertThatThrownBy(() -> logins.owner().as("x -c fsync=off"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no name of a role: x -c fsync=off");
    }

    @Test
    void theRunningProgramMayCopyIntoTablesWhoseRowsAreGuarded() throws SQLException {
        assertThat(texts("select relname from pg_class where relrowsecurity order by 1"))
                .contains("child_version", "source_record");
        try (CopyWriter copy = CopyWriter.into(program, "mapping.source_record", "record_id")) {
            assertThat(copy.finish()).isZero();
        }
    }

    @Test
    void everyTableOfThePipelineCanBeWrittenByTheProgram() throws SQLException {
        assertThat(texts("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname in ('batch', 'quartz', 'landing', 'mapping', 'linkage', 'versions', 'ops')
                and tablename not in ('run_lock', 'change_lock')
                and not (has_table_privilege('childfile_writer', format('%I.%I', schemaname, tablename), 'insert')
                    and has_table_privilege('childfile_writer', format('%I.%I', schemaname, tablename), 'update'))""")).isEmpty();
    }

    private static void assertForbidden(Connection connection, String statement) {
        assertThatThrownBy(() -> execute(connection, statement))
                .as(statement)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState() + " " + e.getMessage()).startsWith(FORBIDDEN + " "));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> texts(String sql) throws SQLException {
        List<String> texts = new java.util.ArrayList<>();
        try (Connection connection = logins.owner().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
