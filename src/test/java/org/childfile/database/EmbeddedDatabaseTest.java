package org.childfile.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over 250 lines: each way in which a server or its user can end is one test. */
class EmbeddedDatabaseTest {

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void theServersProgramsAreThere() throws IOException, InterruptedException {
        UnpackedServer.into(home);
    }

    /** Opens the database of a home, says so, and is killed or told by a line to close it. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(args[0]));
            System.out.println("open " + database.logins().owner().url());
            if (System.in.read() == 'c') {
                database.close();
                System.out.println("closed");
            }
        }
    }

    @Test
    void theServerIsSharedOutlivesAKilledUserAndEndsWithItsLastOne() throws Exception {
        Process killed = child();
        String url = line(killed).substring("open ".length());
        killed.destroyForcibly().waitFor();
        assertThat(answers(url)).as("after its user was killed").isTrue();

        Process other = child();
        assertThat(line(other)).isEqualTo("open " + url);
        EmbeddedDatabase own = EmbeddedDatabase.open(home);
        assertThat(own.logins().owner().url()).isEqualTo(url);

        own.close();
        assertThat(answers(url)).as("while another uses it").isTrue();

        other.outputWriter().append("c").close();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(answers(url)).as("after the last user").isFalse();
        assertThat(Files.readString(home.resolve("postgres.log"))).doesNotContain("was not properly shut down");
    }

    @Test
    void aServerThatWasKilledIsStartedAgainWhereItWas() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            String url = database.logins().owner().url();
            assertThat(database.revive()).as("while it answers").isFalse();
            long server = Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                    .getFirst()
                    .strip());
            ProcessHandle process = ProcessHandle.of(server).orElseThrow();
            process.destroyForcibly();
            process.onExit().get(60, TimeUnit.SECONDS);

            boolean revived = false;
            for (int attempt = 0; attempt < 60 && !revived; attempt++) {
                try {
                    revived = database.revive();
                } catch (IOException e) {
                    // Its children are still ending.
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
            assertThat(answers(url)).isTrue();
        }
    }

    @Test
    void aDataDirectoryThatWasNotMadeToItsEndIsMadeAnew() throws Exception {
        Files.createDirectories(home.resolve("postgres/base"));
        Files.writeString(home.resolve("postgres/postgresql.conf"), "");
        Files.writeString(home.resolve("postgres.unfinished"), "");
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            assertThat(answers(database.logins().owner().url())).isTrue();
        }
        assertThat(home.resolve("postgres.unfinished")).doesNotExist();
    }

    /** Another process has the number of the server that was killed: this one. */
    @Test
    void aStaleNumberOfAProcessNeitherKeepsTheServerFromStartingNorIsSentASignal() throws Exception {
        EmbeddedDatabase.open(home).close();
        Files.write(
                home.resolve("postgres/postmaster.pid"),
                List.of(
                        Long.toString(ProcessHandle.current().pid()),
                        home.resolve("postgres").toString(),
                        "1764500000",
                        "1",
                        "",
                        "127.0.0.1",
                        "",
                        "ready"));
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            assertThat(answers(database.logins().owner().url())).isTrue();
        }
    }

    @Test
    void onlyWhoKnowsAPasswordComesInAndTheFileOfPasswordsIsItsOwnersAlone() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            String url = database.logins().owner().url();
            assertThat(refusal(url, "postgres", "guessed")).isEqualTo("28P01");
            assertThat(refusal(url, "postgres", "")).isEqualTo("08004");
            assertThat(refusal(
                            url, "childfile_program", database.logins().door().password()))
                    .isEqualTo("28P01");
            for (DatabaseAddress login : List.of(
                    database.logins().owner(),
                    database.logins().program(),
                    database.logins().door())) {
                assertThat(refusal(login.url(), login.user(), login.password())).isEmpty();
                assertThat(login.toString()).doesNotContain(login.password());
                assertThat(ProcessHandle.allProcesses()
                                .map(process -> process.info().commandLine().orElse("")))
                        .noneMatch(line -> line.contains(login.password()));
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("credentials"))))
                .isEqualTo("rw-------");
        assertThat(home.resolve("credentials.initdb")).doesNotExist();
        assertThat(Files.readString(home.resolve("postgres.log"))).doesNotContain("PASSWORD");
    }

    @Test
    void theProgramsLoginsAreNoSuperusersAndMakeNoOthers() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home);
                Connection connection = database.logins().owner().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select string_agg(rolname || ' ' || rolsuper || ' ' || rolcreaterole || ' ' || rolcreatedb || ' '
                                   || rolreplication || ' ' || rolbypassrls || ' ' || rolinherit, ', ' order by rolname)
                        from pg_roles where rolcanlogin and rolname <> 'postgres'""")) {
            row.next();
            assertThat(row.getString(1))
                    .isEqualTo("childfile_door false false false false false false,"
                            + " childfile_program false false false false false false");
        }
    }

    @Test
    void aHomeThatTrustedTheWholeMachineIsMovedOverWithItsDataAndItsRunningServer() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home);
                Connection connection = database.logins().owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select 7 as n");
        }
        makeOld();

        try (EmbeddedDatabase database = EmbeddedDatabase.open(home);
                Connection connection = database.logins().owner().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select n from kept")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(7);
            assertThat(refusal(database.logins().owner().url(), "postgres", "guessed"))
                    .isEqualTo("28P01");
        }
    }

    @Test
    void lostPasswordsAreMadeAnewAndTheOldOnesNoLongerCount() throws Exception {
        DatabaseAddress before;
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            before = database.logins().owner();
        }
        Files.delete(home.resolve("credentials"));

        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            assertThat(refusal(database.logins().owner().url(), before.user(), before.password()))
                    .isEqualTo("28P01");
            DatabaseAddress door = database.logins().door();
            assertThat(refusal(door.url(), door.user(), door.password())).isEmpty();
        }
    }

    @Test
    void aFileOfPasswordsThatOthersCanReadIsRefused() throws Exception {
        EmbeddedDatabase.open(home).close();
        Path credentials = home.resolve("credentials");
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> EmbeddedDatabase.open(home))
                .hasMessage("the embedded PostgreSQL in " + home + " cannot be used: " + credentials
                        + " holds passwords and is open to others (rw-r-----); run chmod 600 " + credentials
                        + ". See postgres.log there, or set CHILDFILE_DB_URL to a server of your own.");

        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-------"));
        EmbeddedDatabase.open(home).close();
    }

    @Test
    void aHomeThatCannotBeUsedIsNamedWithAWayOut() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        assertThatThrownBy(() -> EmbeddedDatabase.open(file))
                .hasMessageStartingWith("the embedded PostgreSQL in " + file + " cannot be used: ")
                .hasMessageEndingWith("See postgres.log there, or set CHILDFILE_DB_URL to a server of your own.");
    }

    @Test
    void anAddressNeverShowsItsPassword() {
        assertThat(new DatabaseAddress("jdbc:postgresql://db/childfile", "childfile", "s3cret"))
                .hasToString("jdbc:postgresql://db/childfile as childfile");
    }

    private Process child() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        home.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String line(Process child) throws IOException {
        String line = child.inputReader().readLine();
        while (line != null && !line.startsWith("open ")) {
            line = child.inputReader().readLine();
        }
        return String.valueOf(line);
    }

    /** Whether a server listens there; without a password it only tells that it wants one. */
    private static boolean answers(String url) {
        return !"08001".equals(refusal(url, "postgres", ""));
    }

    /** The state of the error by which a login ends; empty for one that may come in. */
    private static String refusal(String url, String user, String password) {
        try (Connection connection = new DatabaseAddress(url, user, password).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1")) {
            return rows.next() ? "" : "no row";
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    /** Makes the home what an older version left: every connection of the machine is trusted, no password is known. */
    private void makeOld() throws IOException {
        Files.delete(home.resolve("credentials"));
        Files.writeString(home.resolve("postgres").resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
    }
}
