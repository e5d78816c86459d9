package org.childfile.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that a migrated database holds, and who may do what with it, stands in {@code catalogue.txt}. What is new there
 * is looked at by a person and written down; rules that nobody can write away are asked beside it.
 */
class DatabaseCatalogueTest {

    private static final Path LIST = Path.of("src", "test", "resources", "database", "catalogue.txt");
    private static final Path FOUND = Path.of("target", "catalogue.txt");

    private static DatabaseAddress owner;

    @BeforeAll
    static void migrate() {
        owner = TestDatabase.withLogins().owner();
    }

    @Test
    void everythingThatThereIsStandsInTheListAsItIs() throws SQLException, IOException {
        List<String> found = lines("catalogue.sql", "");
        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, found);
        List<String> allowed = Files.readAllLines(LIST);
        List<String> fresh =
                found.stream().filter(line -> !allowed.contains(line)).toList();
        List<String> gone =
                allowed.stream().filter(line -> !found.contains(line)).toList();

        assertThat(fresh.isEmpty() && gone.isEmpty())
                .as("""
                        The database holds what %s does not list. Look at each line: who may do what with it, and must they?
                        What is meant goes into the list as it stands here (cp %s %s), what is not is taken back in the migration.
                        New or different:
                        %s
                        Listed, but not there:
                        %s""", LIST, FOUND, LIST, String.join("\n", fresh), String.join("\n", gone))
                .isTrue();
    }

    @Test
    void noRuleIsBroken() throws SQLException {
        assertThat(lines("broken-rules.sql", "")).isEmpty();
    }

    @Test
    void aListIsNotWrittenTwice() throws IOException {
        assertThat(Files.readAllLines(LIST)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            create function mart.planted() returns boolean language plpgsql security definer set search_path = '' as 'begin return true; end' | function mart.planted() names types and tables
            create function mart.planted() returns boolean language sql security definer return true | function mart.planted() names types and tables
            create function mart.planted() returns boolean language plpgsql set search_path = pg_temp, pg_catalog as 'begin return true; end' | function mart.planted() names types and tables
            create function mart.planted() returns void language plpgsql set search_path = pg_catalog, pg_temp as 'begin perform pg_advisory_xact_lock(1); end' | function mart.planted() takes an advisory lock
            alter function rights.granted() reset search_path | function rights.granted() names types and tables
            alter function rights.masked(text) leakproof | function rights.masked(text) says that it is leakproof
            grant execute on function rights.sight(text) to public | function rights.sight(text): PUBLIC may execute
            grant select on mart.child to public | relation mart.child: PUBLIC may select
            grant select (db_role) on rights.grantee to public | column rights.grantee.db_role: PUBLIC may select
            grant usage on schema linkage to public | schema linkage: PUBLIC may usage
            grant create on schema public to public | schema public: PUBLIC may create
            grant usage on language plpgsql to public | language plpgsql: PUBLIC may usage
            do 'begin execute format(''grant temporary on database %I to public'', current_database()); end' | database: PUBLIC may temporary
            create view mart.planted as select 1 as one; call rights.publish('mart.planted') | view mart.planted is read by others than the program, but is no security barrier
            alter view mart.child reset (security_barrier) | view mart.child is read by others
            create view mart.planted with (security_barrier) as select 1 as one; grant select on mart.planted to childfile_reader | view mart.planted looks as postgres
            create table landing.planted (n integer); grant select on landing.planted to childfile_views | table landing.planted is read by childfile_views, but has no row security
            create table ops.planted (n integer); grant select on ops.planted to childfile_reader | table ops.planted is read by childfile_reader, but has no row security
            alter table versions.child_version disable row level security | table versions.child_version is read by childfile_views, but has no row security
            create policy planted on versions.child_version for select using (true) | table versions.child_version has a policy for everybody: planted
            create table care.planted (n integer) | care.planted belongs to postgres
            alter table care.duty owner to childfile_writer | care.duty belongs to childfile_writer
            create function care.planted() returns integer language sql return 1 | function care.planted() belongs to postgres
            create schema planted | schema planted belongs to postgres
            grant insert on ops.run to childfile_reader | relation ops.run: childfile_reader may insert
            grant select on mart.child to childfile_reader with grant option | relation mart.child: childfile_reader may hand its privilege on
            alter default privileges grant execute on routines to public | what postgres makes in future: PUBLIC may execute functions
            alter default privileges for role childfile_owner grant usage on types to public | what childfile_owner makes in future: PUBLIC may usage types
            create function mart.planted() returns event_trigger language plpgsql as 'begin end'; create event trigger planted on ddl_command_end execute function mart.planted() | event trigger planted
            create trigger planted before insert on ops.run for each row execute function suppress_redundant_updates_trigger() | trigger planted on ops.run runs suppress_redundant_updates_trigger()
            grant childfile_owner to childfile_door with inherit true | role childfile_door logs in and has the rights of childfile_owner
            grant update on pg_settings to public | pg_settings: PUBLIC may change or lock it
            alter role childfile_writer createrole | role childfile_writer is a superuser, or makes roles or databases
            """)
    void aPlantedViolationIsFound(String planted, String told) throws SQLException {
        assertThat(lines("broken-rules.sql", planted))
                .anySatisfy(line -> assertThat(line).startsWith(told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            create index planted on ops.run (day) |
            comment on table ops.run is 'x' |
            create type mart.planted as enum ('x') | type mart.planted
            create domain mart.planted as text | type mart.planted
            create sequence care.planted | sequence care.planted
            grant update (state) on ops.run to childfile_reader | column ops.run.state
            create policy planted on ops.run to childfile_reader using (true) | policy planted on ops.run
            create trigger planted before insert on ops.run for each row execute function suppress_redundant_updates_trigger() | trigger planted on ops.run
            alter table versions.change disable trigger all; alter table linkage.verdict disable trigger keep_verdict | trigger keep_verdict on linkage.verdict
            create rule planted as on insert to ops.run do instead nothing | rule planted on ops.run
            create extension intarray | extension intarray
            grant childfile_writer to childfile_door | role childfile_door
            grant pg_read_all_data to childfile_reader | role childfile_reader
            alter role childfile_reader set row_security = off | setting of childfile_reader
            select lo_create(4711) | large object 4711
            create operator mart.=== (leftarg = integer, rightarg = integer, function = int4eq) | other: operator mart.===
            create cast (text as integer) with inout | other: cast
            create statistics mart.planted on day, kind from ops.run | other: statistics
            alter default privileges grant select on tables to childfile_reader | defaults of postgres for tables
            grant execute on function pg_advisory_lock(bigint) to public |
            """)
    void whatIsNewOrDifferentIsTold(String planted, String told) throws SQLException, IOException {
        List<String> allowed = Files.readAllLines(LIST);
        List<String> changed = new ArrayList<>(lines("catalogue.sql", planted));
        changed.removeAll(allowed);

        if (told == null) {
            assertThat(changed).isEmpty();
        } else {
            assertThat(changed).anySatisfy(line -> assertThat(line).startsWith(told));
        }
    }

    @Test
    void whatWasTakenFromEverybodyAndIsGivenBackIsMissed() throws SQLException, IOException {
        List<String> missing = new ArrayList<>(Files.readAllLines(LIST));
        missing.removeAll(lines("catalogue.sql", "grant execute on function pg_advisory_lock(bigint) to public"));

        assertThat(missing).containsExactly("taken from everybody: pg_advisory_lock(bigint)");
    }

    /** What a question tells after something was planted, which is undone. */
    private static List<String> lines(String question, String planted) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local search_path = pg_catalog");
            statement.execute(planted);
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(read(question))) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            connection.rollback();
            return lines;
        }
    }

    private static String read(String name) {
        try (InputStream in =
                Objects.requireNonNull(DatabaseCatalogueTest.class.getResourceAsStream("/database/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
