package org.childfile.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A department that never stops answering, and what is left of answers that are not whole. */
@SuppressWarnings("NullAway.Init")
class SlowDepartmentTest {

    private static final int LARGE = 3 << 20;

    @TempDir
    private Path directory = Path.of("");

    private ServerSocket server;

    /** What the server does with each connection, once the request was read. */
    private interface Reply {
        void to(Socket socket) throws IOException, InterruptedException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aBodyThatDripsIsGivenUpAtTheDeadline() {
        serve(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            drip(out);
        });
        assertGivenUp();
    }

    @Test
    void aHeadThatDripsIsGivenUpAtTheDeadline() {
        serve(socket -> drip(socket.getOutputStream()));
        assertGivenUp();
    }

    @Test
    void aLargeAnswerThatIsCutShortLeavesNothingInTheSpool() throws Exception {
        serve(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + 2 * LARGE + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[LARGE]);
        });
        assertThatThrownBy(() -> pull("10s", "64MB"))
                .isInstanceOfSatisfying(
                        PullFailed.class, failed -> assertThat(failed.reason()).isEqualTo(PullFailed.Reason.CUT_SHORT));
        assertThat(spooled()).isZero();
    }

    @Test
    void anAnswerBeyondItsLimitLeavesNothingInTheSpool() throws Exception {
        serve(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + 2 * LARGE + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[2 * LARGE]);
        });
        assertThatThrownBy(() -> pull("10s", "2MB"))
                .isInstanceOfSatisfying(
                        PullFailed.class, failed -> assertThat(failed.reason()).isEqualTo(PullFailed.Reason.TOO_LARGE));
        assertThat(spooled()).isZero();
    }

    private void assertGivenUp() {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> pull("400ms", "64MB"))
                .isInstanceOfSatisfying(PullFailed.class, failed -> {
                    assertThat(failed.reason()).isEqualTo(PullFailed.Reason.TOO_SLOW);
                    assertThat(failed.worthBeginningAgain()).isFalse();
                })
                .hasMessage("the pull took longer than limits.deadline allows: 0.4s; it was given up");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    }

    /** A byte every 50 ms, for as long as anybody listens. */
    private static void drip(OutputStream out) throws IOException, InterruptedException {
        while (true) {
            out.write('H');
            out.flush();
            Thread.sleep(50);
        }
    }

    private void serve(Reply reply) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    byte[] request = new byte[1 << 12];
                    if (socket.getInputStream().read(request) > 0) {
                        reply.to(socket);
                    }
                } catch (IOException | InterruptedException e) {
                    // The client has gone, or the test is over.
                }
            }
        });
    }

    private void pull(String deadline, String maxAnswer) throws Exception {
        Path settings = Files.createDirectories(directory.resolve("connectors"));
        Files.writeString(settings.resolve("small.yaml"), """
            version: 1
            feed: small
            title: {zh: 小, en: small}
            url: http://127.0.0.1:%d
            mode: snapshot
            key: no
            schedule: {cron: "0 0 1 * * ?"}
            fetch: {style: file, path: /file}
            format: {type: csv}
            fields: {required: [no]}
            limits: {attempts: 2, back-off: 1ms, deadline: %s, max-answer: %s}
            """.formatted(server.getLocalPort(), deadline, maxAnswer));
        Problems problems = new Problems();
        Connectors connectors = Connectors.read(settings, problems);
        problems.raise();
        Path spool = Files.createDirectories(directory.resolve("spool"));
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getStreamCachingStrategy().setSpoolEnabled(true);
            camel.getStreamCachingStrategy().setSpoolDirectory(spool.toFile());
            camel.getStreamCachingStrategy().setSpoolThreshold(1 << 16);
            camel.getStreamCachingStrategy().setRemoveSpoolDirectoryWhenStopping(false);
            Acquisition acquisition = new Acquisition(camel, connectors, Map.of(), Heard.NIGHT);
            camel.start();
            acquisition.pull(connectors.find("small").orElseThrow(), Optional.empty(), new Heard());
        }
    }

    private long spooled() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("spool"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
