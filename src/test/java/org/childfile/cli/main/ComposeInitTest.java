package org.childfile.cli.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeInitTest {

    @TempDir
    private Path directory = Path.of("");

    private CommandRun init(String... more) {
        List<String> words = new java.util.ArrayList<>(List.of("compose", "init", "--to", directory.toString()));
        words.addAll(List.of(more));
        return CommandRun.of(
                Map.of("CHILDFILE_HOME", directory.resolve("home").toString(), "CHILDFILE_LANG", "en"),
                words.toArray(String[]::new));
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file)));
    }

    @Test
    void itMakesPasswordsAndAKeyForTheirOwnerAloneAndNeverMakesThemTwice() throws IOException {
        assertThat(init().exitCode()).isZero();
        List<String> lines = Files.readAllLines(directory.resolve(".env"));
        assertThat(lines).hasSize(4);
        assertThat(lines.subList(1, 4))
                .allMatch(line -> line.matches("CHILDFILE_DB_(WRITER_|READER_)?PASSWORD=[A-Za-z0-9_-]{43}"));
        assertThat(new TreeSet<>(
                        lines.stream().map(line -> line.replaceFirst(".*=", "")).toList()))
                .hasSize(4);
        assertThat(List.of(mode(".env"), mode("secrets"), mode("secrets/postgres.key"), mode("secrets/postgres.crt")))
                .containsExactly("rw-------", "rwx------", "rw-------", "rw-r--r--");
        assertThat(directory.resolve("secrets").toFile().list())
                .containsExactlyInAnyOrder("postgres.key", "postgres.crt");

        CommandRun again = init();
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains(".env is there already");
        assertThat(Files.readAllLines(directory.resolve(".env"))).isEqualTo(lines);

        String key = Files.readString(directory.resolve("secrets/postgres.key"));
        assertThat(init("--renew-certificate").exitCode()).isZero();
        assertThat(Files.readString(directory.resolve("secrets/postgres.key"))).isNotEqualTo(key);
        assertThat(Files.readAllLines(directory.resolve(".env"))).isEqualTo(lines);
    }

    @Test
    void aServerWithThisKeyIsKnownByItsCertificateAndByItsNameAndNoOtherIs() throws Exception {
        assertThat(init().exitCode()).isZero();
        Path certificate = directory.resolve("secrets/postgres.crt");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.toString())
                .setServerConfig(
                        "ssl_key_file",
                        directory.resolve("secrets/postgres.key").toString())
                .setServerConfig("ssl_min_protocol_version", "TLSv1.3")
                .start()) {
            String end = ":" + server.getPort() + "/postgres?user=postgres&sslmode=verify-full&sslrootcert=";
            assertThat(version("jdbc:postgresql://localhost" + end + certificate))
                    .isEqualTo("TLSv1.3");
            assertThatThrownBy(() -> version("jdbc:postgresql://127.0.0.1" + end + certificate))
                    .isInstanceOf(SQLException.class);

            Path old = Files.copy(certificate, directory.resolve("old.crt"));
            assertThat(init("--renew-certificate").exitCode()).isZero();
            assertThat(version("jdbc:postgresql://localhost" + end + old)).isEqualTo("TLSv1.3");
            assertThatThrownBy(() -> version("jdbc:postgresql://localhost" + end + certificate))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static String version(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select version from pg_stat_ssl where pid = pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }
}
