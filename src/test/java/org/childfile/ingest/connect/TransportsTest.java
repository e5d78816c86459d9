package org.childfile.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The education feed, a gzip CSV in GB18030, from a directory and from a real SFTP server. */
@SuppressWarnings("NullAway.Init")
class TransportsTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String OLD = "学籍号,姓名,学校标识码,学校名称\nG1,王一,3150000001,一小\n";
    private static final String NEW = "学籍号,姓名,学校标识码,学校名称\nG1,王一,3150000001,一小\nG2,𠮷 玥,3150000001,一小\n";
    private static final String NEW_LINES = """
        line 2 | G1 | G1,王一,3150000001,一小
        line 3 | G2 | G2,𠮷 玥,3150000001,一小
        """;

    @TempDir
    private Path directory = Path.of("");

    private final Map<String, String> environment = new HashMap<>();
    private final Problems problems = new Problems();
    private Connectors connectors;
    private SftpServer server;

    @BeforeEach
    void fill() throws IOException {
        Path settings = Files.createDirectory(directory.resolve("connectors"));
        Files.writeString(
                settings.resolve("education.yaml"),
                Files.readString(Path.of("connectors/education.yaml"))
                        .replace("back-off: 500ms", "back-off: 1ms")
                        .replace("  style: manifest", "  style: manifest\n  still: 0s"));
        connectors = Connectors.read(settings, problems);
        Path out = Files.createDirectory(directory.resolve("out"));
        Files.write(out.resolve("xueji_20261119.csv.gz"), gzip(OLD));
        Files.write(out.resolve("xueji_20261121.csv.gz"), gzip(NEW));
        Files.write(out.resolve("xueji_20261120.csv.gz"), gzip(OLD));
        Files.writeString(out.resolve("xueji_20261122.csv.gz.part"), "not yet whole");
        server = new SftpServer(directory);
        environment.put("EDUCATION_SFTP_HOST_KEY", server.fingerprint());
        environment.put("EDUCATION_SFTP_PASSWORD", SftpServer.PASSWORD);
    }

    @AfterEach
    void end() {
        server.close();
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void theNewestFileOfADirectoryIsTaken() throws Exception {
        assertThat(pull(directory.resolve("out").toUri().toString())).isEqualTo(NEW_LINES);
    }

    @Test
    void theNewestFileOfAnSftpServerIsTaken() throws Exception {
        assertThat(pull(server.url("/out"))).isEqualTo(NEW_LINES);
        assertThat(server.logins()).isEqualTo(1);
    }

    @Test
    void aKeyFileOpensTheSftpServerAsAPasswordDoes() throws Exception {
        KeyPair key = SftpServer.keyPair();
        server.trust(key);
        Path file = directory.resolve("key");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "a test", null, out);
        }
        environment.remove("EDUCATION_SFTP_PASSWORD");
        environment.put("EDUCATION_SFTP_KEY_FILE", file.toString());
        assertThat(pull(server.url("/out"))).isEqualTo(NEW_LINES);
    }

    @Test
    void aServerWithAnotherKeyIsToldNoPassword() {
        environment.put("EDUCATION_SFTP_HOST_KEY", "SHA256:ohD8VZEXGWo6Ez8GSEJQ9WpafgLFsOfLOtGGQCQo6Og");
        assertFails(
                () -> pull(server.url("/out")),
                PullFailed.Reason.UNKNOWN_SERVER,
                "the server's key is " + server.fingerprint() + ", not the one that EDUCATION_SFTP_HOST_KEY names");
        assertThat(server.logins()).isZero();
    }

    @Test
    void aServerWhoseKeyNobodyNamedIsNotAsked() {
        environment.remove("EDUCATION_SFTP_HOST_KEY");
        assertFails(
                () -> pull(server.url("/out")),
                PullFailed.Reason.NOT_CONFIGURED,
                directory.resolve("connectors/education.yaml") + ": EDUCATION_SFTP_HOST_KEY is not set (the server's"
                        + " fingerprint, SHA256:…). Set it and run again.");
    }

    /** Once by each of SSH's two ways to give one: as a password, and as an answer from the keyboard. */
    @Test
    void aWrongPasswordIsNotTriedAgainAndAgain() {
        environment.put("EDUCATION_SFTP_PASSWORD", "wrong");
        assertFails(
                () -> pull(server.url("/out")),
                PullFailed.Reason.REFUSED_LOGIN,
                "the server refused the user or the password or key");
        assertThat(server.logins()).isEqualTo(2);
    }

    @Test
    void aServerThatIsDownCannotBeReached() {
        String url = server.url("/out");
        server.close();
        assertThatThrownBy(() -> pull(url))
                .isInstanceOfSatisfying(
                        PullFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(PullFailed.Reason.UNREACHABLE));
    }

    @Test
    void aFileThatIsCutShortIsNoFile() throws IOException {
        byte[] whole = gzip(NEW);
        Files.write(directory.resolve("out/xueji_20261122.csv.gz"), Arrays.copyOf(whole, whole.length - 9));
        for (String url : new String[] {directory.resolve("out").toUri().toString(), server.url("/out")}) {
            assertFails(() -> pull(url), PullFailed.Reason.CUT_SHORT, "the file ends too early");
        }
    }

    @Test
    void aDirectoryWithoutAFileOfThatNameIsToldSo() throws IOException {
        Files.createDirectory(directory.resolve("empty"));
        for (String url : new String[] {directory.resolve("empty").toUri().toString(), server.url("/empty")}) {
            assertFails(
                    () -> pull(url),
                    PullFailed.Reason.UNREACHABLE,
                    "there is no file xueji_*.csv.gz in the feed's directory");
        }
    }

    @Test
    void aLinkThatLeadsOutOfTheDirectoryIsNoFileOfIt() throws IOException {
        Path outside = Files.write(directory.resolve("outside.csv.gz"), gzip(NEW));
        Files.createSymbolicLink(directory.resolve("out/xueji_20261123.csv.gz"), outside);
        assertFails(
                () -> pull(directory.resolve("out").toUri().toString()),
                PullFailed.Reason.UNREACHABLE,
                "there is no file xueji_20261123.csv.gz in the feed's directory");
    }

    @Test
    void aLinkWithinTheDirectoryIsFollowed() throws Exception {
        Path out = directory.resolve("out");
        Files.move(out.resolve("xueji_20261121.csv.gz"), out.resolve("new.csv.gz"));
        Files.createSymbolicLink(out.resolve("xueji_20261123.csv.gz"), out.resolve("new.csv.gz"));
        assertThat(pull(out.toUri().toString())).isEqualTo(NEW_LINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../outside.csv.gz", "/sub/../../outside.csv.gz", "//outside.csv.gz", "/\0"})
    void aPathIsNeverOneOutsideOfTheDirectory(String path) throws IOException {
        Files.write(directory.resolve("outside.csv.gz"), gzip(NEW));
        assertFails(
                () -> WholeFile.choose(
                        new DirectoryFiles(directory.resolve("out")),
                        path,
                        null,
                        connectors.find("education").orElseThrow().whole(),
                        true),
                PullFailed.Reason.UNREACHABLE,
                "there is no file " + Answer.printable(path.replaceFirst("^/+", "")) + " in the feed's directory");
    }

    private String pull(String url) throws Exception {
        environment.put("EDUCATION_URL", url);
        Heard heard = new Heard();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            new Acquisition(camel, connectors, environment, Heard.NIGHT)
                    .pull(connectors.find("education").orElseThrow(), Optional.empty(), heard);
        }
        return heard.lines(GB18030);
    }

    private static void assertFails(ThrowingCallable pull, PullFailed.Reason reason, String message) {
        assertThatThrownBy(pull)
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        PullFailed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(GB18030));
        }
        return bytes.toByteArray();
    }
}
