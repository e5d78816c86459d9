package org.childfile.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    private Path home = Path.of("");

    /** Opens the database of a home, says so, and is killed or told by a line to close it. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(args[0]));
            System.out.println("open " + database.address().url());
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
        assertThat(own.address().url()).isEqualTo(url);

        own.close();
        assertThat(answers(url)).as("while another uses it").isTrue();

        other.outputWriter().append("c").close();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(answers(url)).as("after the last user").isFalse();
        assertThat(Files.readString(home.resolve("postgres.log"))).doesNotContain("was not properly shut down");
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

    private static boolean answers(String url) {
        try (Connection connection = new DatabaseAddress(url, "postgres", "").connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1")) {
            return rows.next();
        } catch (SQLException e) {
            return false;
        }
    }
}
