package org.childfile.cli.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.access.rights.RightsRules;
import org.childfile.access.rights.RightsStore;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.DatabaseLogins;
import org.childfile.database.TestDatabase;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.mapping.Mappings;
import org.childfile.kernel.CityTime;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands whole, on a server that asks for passwords; over 250 lines, because what is wrong is told in one place. */
@SuppressWarnings("NullAway.Init")
class LoginCommandTest {

    private static final String LOGIN = "wang_of_tests";
    private static final List<String> GRANT = List.of(
            "login", "grant", LOGIN, "--role", "district", "--division", "500112", "--purpose", "care,statistics");

    private static DatabaseLogins logins;

    @TempDir
    private Path home;

    @BeforeAll
    static void migrate() {
        logins = TestDatabase.withLogins();
        Problems problems = new Problems();
        RightsRules rules = RightsRules.read(Path.of("mappings"), problems);
        Mappings mappings =
                Mappings.read(Path.of("mappings"), Connectors.read(Path.of("connectors"), problems), problems);
        problems.raise();
        new RightsStore(logins.program().dataSource()).write(rules, mappings);
    }

    @AfterEach
    void revoke() {
        childfile("login", "revoke", LOGIN);
    }

    private CommandRun childfile(String... words) {
        Map<String, String> environment = new HashMap<>();
        environment.put("CHILDFILE_LANG", "en");
        environment.put("CHILDFILE_HOME", home.toString());
        environment.put("CHILDFILE_DB_URL", logins.owner().url());
        put(environment, "CHILDFILE_DB", logins.owner());
        put(environment, "CHILDFILE_DB_WRITER", logins.program());
        put(environment, "CHILDFILE_DB_READER", logins.door());
        return CommandRun.of(environment, words);
    }

    private static void put(Map<String, String> environment, String name, DatabaseAddress login) {
        environment.put(name + "_USER", login.user());
        environment.put(name + "_PASSWORD", login.password());
    }

    private CommandRun grant(String... more) {
        List<String> words = new ArrayList<>(GRANT);
        words.addAll(List.of(more));
        return childfile(words.toArray(String[]::new));
    }

    private static Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(logins.owner().url(), LOGIN, password);
    }

    private static String password(CommandRun run) {
        return run.out().lines().reduce((first, last) -> last).orElseThrow();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Test
    void whoIsGrantedALoginSeesWhatItWasGrantedWithinItsLimits() throws SQLException {
        CommandRun run = grant("--until", "2999-12-31");

        assertThat(run.out()).matches("""
                wang_of_tests may log in: role district, purposes care, statistics, until 2999-
                12-31.
                The password is shown this once:
                [A-Za-z0-9_-]{32}
                """);
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        try (Connection one = connect(password(run));
                Connection two = connect(password(run));
                Connection three = connect(password(run))) {
            assertThat(texts(one, "select rights.claims() ->> 'divisions'")).containsExactly("[\"500112\"]");
            assertThat(texts(two, "select rights.purpose()")).containsExactly("care");
            assertThat(texts(three, "select count(*) from mart.child")).containsExactly("0");
            assertThat(texts(one, """
                    select name || ' ' || setting || coalesce(unit, '') from pg_settings
                    where source = 'user' order by 1"""))
                    .containsExactly(
                            "default_transaction_read_only on",
                            "idle_in_transaction_session_timeout 300000ms",
                            "idle_session_timeout 1800000ms",
                            "lock_timeout 5000ms",
                            "statement_timeout 60000ms",
                            "temp_file_limit 262144kB",
                            "transaction_timeout 300000ms");
            assertThatThrownBy(() -> connect(password(run))).hasMessageContaining("too many connections");
        }
        try (Connection owner = logins.owner().connect()) {
            assertThat(texts(owner, """
                    select concat_ws(' ', rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
                        left(rolpassword, 13), rolvaliduntil at time zone 'Asia/Shanghai')
                    from pg_authid where rolname = 'wang_of_tests'""")).containsExactly("f f f f f SCRAM-SHA-256 3000-01-01 00:00:00");
        }
    }

    @Test
    void aGrantOfALoginThatThereIsChangesItAndKeepsItsPassword() throws SQLException {
        String password = password(grant());

        CommandRun run = childfile(
                "login",
                "grant",
                LOGIN,
                "--role",
                "city",
                "--division",
                "",
                "--purpose",
                "statistics",
                "--attributes",
                "sex");

        assertThat(run.out()).isEqualTo("""
                wang_of_tests is changed: role city, purposes statistics, until no end. Without
                a password file it keeps its password.
                """);
        try (Connection login = connect(password)) {
            assertThat(texts(login, "select concat_ws(' ', c ->> 'role', c ->> 'attributes') from rights.claims() c"))
                    .containsExactly("city [\"sex\"]");
        }
    }

    @Test
    void aLoginThatIsRevokedIsOutAtOnce() throws SQLException {
        String password = password(grant());
        try (Connection login = connect(password)) {
            CommandRun run = childfile("login", "revoke", LOGIN);

            assertThat(run.out()).isEqualTo("wang_of_tests is taken back, and its sessions are ended.\n");
            assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
            assertThatThrownBy(() -> texts(login, "select 1")).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> connect(password)).hasMessageContaining("authentication failed");
        try (Connection owner = logins.owner().connect()) {
            assertThat(texts(owner, "select rolname from pg_roles where rolname = 'wang_of_tests'"))
                    .isEmpty();
        }
        CommandRun again = childfile("login", "revoke", "wang_of_test");
        assertThat(again.err()).isEqualTo("Error: there is no login wang_of_test. Look: childfile login list\n");
        assertThat(again.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void whoseLastDayIsOverSeesNothing() throws SQLException {
        String password = password(grant("--until", LocalDate.now(CityTime.ZONE).toString()));
        try (Connection login = connect(password);
                Connection owner = logins.owner().connect();
                Statement statement = owner.createStatement()) {
            assertThat(texts(login, "select rights.claims() is null")).containsExactly("f");
            statement.execute("update rights.grantee set until = until - 1 where db_role = 'wang_of_tests'");

            assertThat(texts(login, "select rights.claims() is null")).containsExactly("t");
        }
        assertThat(childfile("login", "list").out().lines().map(line -> line.replaceAll(" +", " ")))
                .anyMatch(line -> line.startsWith("wang_of_tests district care") && line.contains("ended"));
    }

    @Test
    void theListSaysWhoMayAskForWhat() throws SQLException {
        assertThat(childfile("login", "list").out()).isEqualTo("(none)\n");
        grant("--until", "2999-12-31");
        try (Connection owner = logins.owner().connect();
                Statement statement = owner.createStatement()) {
            statement.execute("insert into rights.grantee (db_role, role, divisions, purposes)"
                    + " values ('by_hand', 'city', '{\"\"}', '{care}')");
            try {
                assertThat(childfile("login", "list")
                                .out()
                                .lines()
                                .skip(2)
                                .map(line -> line.strip().replaceAll(" +", " "))
                                .toList())
                        .contains(
                                "by_hand city care whole 0 no end cannot 0",
                                "wang_of_tests district care 500112 0 2999-12-31 in force 0");
            } finally {
                statement.execute("delete from rights.grantee where db_role = 'by_hand'");
            }
        }
    }

    @Test
    void eachStandsInTheAccessLog() throws SQLException {
        grant("--until", "2999-12-31");
        childfile("login", "list");
        childfile("login", "revoke", LOGIN);

        try (Connection owner = logins.owner().connect()) {
            assertThat(texts(owner, """
                    select detail from (select * from ops.access order by seq desc limit 3) x
                    where action like 'login-%' and role = 'operator' and door = 'cli' order by seq"""))
                    .containsExactly(
                            "wang_of_tests district care,statistics \"500112\" 0 children until 2999-12-31",
                            "1",
                            "wang_of_tests");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            wang --role distrikt --division 500112 --purpose care | --role: there is no role distrikt (did you mean district?); there are app, auditor, caring-mother, city, department, district, operator, protection-desk, reviewer, security-officer, township (mappings/rights.yaml)
            wang --role district --division 500112 --purpose cares | --purpose: role district has no purpose cares (did you mean care?); it has care, review, statistics, wake-up (mappings/rights.yaml)
            wang --role district --division 500912 --purpose care | --division: there is no division 500912 (did you mean 500112?) (GB/T 2260)
            wang --role district --purpose care | --division: role district needs the beginning of a division code, such as 500112; "" is the whole city
            wang --role caring-mother --purpose care | --child: role caring-mother sees listed children alone; give their ids
            wang --role auditor --division 500112 --purpose audit | --division, --child: role auditor sees no children; leave them out
            wang --role city --division 50 --purpose care --attributes nam | --attributes: there is no attribute nam (did you mean name?)
            wang --role city --division 50 --purpose care --child x | --child: is not as it should be. See: childfile login grant --help
            wang --role city --division 50 --purpose care --until 2020-01-01 | --until: 2020-01-01 is over; it must be
            childfile_program --role city --division 50 --purpose care | the login childfile_program cannot be: it begins with a small letter
            postgres --role city --division 50 --purpose care | the login postgres cannot be: it begins
            Wang --role city --division 50 --purpose care | the login Wang cannot be: it begins
            wang --role city --division 50 --purpose care --password-file nowhere | --password-file: there is no file nowhere
            """)
    void whatIsWrongIsToldWithAHintAndNothingIsMade(String words, String told) throws SQLException {
        CommandRun run = childfile(("login grant " + words).split(" "));

        assertThat(run.err()).startsWith("Error: " + told);
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        try (Connection owner = logins.owner().connect()) {
            assertThat(texts(owner, "select db_role from rights.grantee")).isEmpty();
        }
    }

    @Test
    void aRoleOfSomebodyElseIsNotTakenOver() throws SQLException {
        try (Connection owner = logins.owner().connect();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "do $$ begin if to_regrole('of_somebody') is null then create role of_somebody; end if; end $$");
        }

        CommandRun run =
                childfile("login", "grant", "of_somebody", "--role", "city", "--division", "50", "--purpose", "care");

        assertThat(run.err())
                .isEqualTo(
                        "Error: the login of_somebody is another role of the database server already. Choose another one\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void aPasswordComesFromAFileThatNobodyElseReads() throws IOException, SQLException {
        Path file = Files.writeString(home.resolve("password"), "a password of tests\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(grant("--password-file", file.toString()).err())
                .isEqualTo(
                        "Error: --password-file: others may read or write " + file + "; run chmod 600 " + file + "\n");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        CommandRun run = grant("--password-file", file.toString());

        assertThat(run.out()).doesNotContain("a password of tests").doesNotContain("shown this once");
        try (Connection login = connect("a password of tests")) {
            assertThat(texts(login, "select session_user")).containsExactly(LOGIN);
        }
        Files.writeString(file, "short");
        assertThat(grant("--password-file", file.toString()).err())
                .isEqualTo("Error: --password-file: " + file + " must be one line of 12 to 200 characters\n");
    }
}
