package org.childfile.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.AuditKeys;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.childfile.outbound.OutboundClient;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anchors on their way to a file, a syslog server and an HTTP endpoint. */
class AnchorPostTest {

    private final DataSource database = TestDatabase.dataSource(TestServer.fresh());
    private final AccessLog log = new AccessLog(database, TestKeys.AUDIT);

    @TempDir
    private Path home = Path.of("");

    @Test
    void eachRunsAnchorIsALineOfAFileThatOnlyTheKeyCouldHaveSealed() throws Exception {
        connector("file", "to: file\nfile: ${ANCHORS}");
        log.record(access("C1"));
        assertThat(push("20261121-1", Map.of("ANCHORS", "kept.jsonl"))).isEmpty();
        log.record(access("C2"));
        assertThat(push("20261122-1", Map.of("ANCHORS", "kept.jsonl"))).isEmpty();

        List<String> lines = Files.readAllLines(home.resolve("kept.jsonl"));
        assertThat(lines).hasSize(2).allMatch(SealedAnchor::stands);
        SealedAnchor last = SealedAnchor.parse(lines.getLast()).orElseThrow();
        assertThat(last.anchor().keptIn() + " " + last.count()).isEqualTo("20261122-1 2");
        assertThat(last.isSealedBy(TestKeys.AUDIT)).isTrue();
        assertThat(SealedAnchor.parse(lines.getLast().replace("\"count\":2", "\"count\":1"))
                        .orElseThrow()
                        .isSealedBy(TestKeys.AUDIT))
                .isFalse();
        assertThat(AccessProof.of(database, TestKeys.AUDIT, List.of(last.anchor()))
                        .keptUpTo())
                .isEqualTo(2);
        assertThat(Files.getPosixFilePermissions(home.resolve("kept.jsonl"))).hasSize(2);
    }

    @Test
    void whatCouldNotBeSentGoesFirstNextTime() throws Exception {
        connector("file", "to: file\nfile: ${ANCHORS}");
        assertThat(push("20261121-1", Map.of("ANCHORS", "no/such/folder"))).containsExactly("file");
        assertThat(push("20261122-1", Map.of())).containsExactly("file");
        assertThat(push("20261123-1", Map.of("ANCHORS", "kept.jsonl"))).isEmpty();

        assertThat(runs(Files.readAllLines(home.resolve("kept.jsonl"))))
                .containsExactly("20261121-1", "20261122-1", "20261123-1");
    }

    @Test
    void syslogHasTheMessagesOfItsStandard() throws Exception {
        try (DatagramSocket udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            connector("udp", "to: syslog\nserver: 127.0.0.1:" + udp.getLocalPort() + "\nprotocol: udp\nfacility: 4");
            connector("tcp", "to: syslog\nserver: 127.0.0.1:" + tcp.getLocalPort());
            CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> read(tcp));
            assertThat(push("20261121-1", Map.of())).isEmpty();

            DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
            udp.receive(packet);
            String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            assertThat(message).matches("<37>1 \\S+Z - childfile \\d+ audit-anchor - \\{.*}");
            assertThat(SealedAnchor.parse(message).orElseThrow().isSealedBy(TestKeys.AUDIT))
                    .isTrue();
            String[] framed = received.get().split(" ", 2);
            assertThat(framed[0]).isEqualTo(Integer.toString(framed[1].length()));
            assertThat(framed[1]).startsWith("<109>1 ");
        }
    }

    @Test
    void anEndpointThatKeepsItIsSentItOnce() throws Exception {
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/anchors", exchange -> {
            bodies.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(bodies.size() == 1 ? 409 : 204, -1);
            exchange.close();
        });
        server.start();
        try {
            connector(
                    "notary",
                    "to: http\nurl: http://localhost:" + server.getAddress().getPort()
                            + "\nsend: {path: /anchors}\nlimits: {attempts: 1}");
            assertThat(push("20261121-1", Map.of())).containsExactly("notary");
            assertThat(push("20261122-1", Map.of())).isEmpty();
            assertThat(push("20261123-1", Map.of())).isEmpty();
        } finally {
            server.stop(0);
        }

        assertThat(bodies).hasSize(4).allMatch(body -> body.startsWith("anchor-2026112"));
        assertThat(runs(bodies)).containsExactly("20261121-1", "20261121-1", "20261122-1", "20261123-1");
    }

    @Test
    void aConnectorIsReadWithItsMistakes() throws IOException {
        connector("bad", "to: pigeon\nfile: x");
        Problems problems = new Problems();
        AnchorConnectors.read(home.resolve("connectors"), problems);

        assertThat(problems.all())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.toString()).contains("bad.yaml"));
    }

    private static String read(ServerSocket server) {
        try (Socket socket = server.accept()) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private void connector(String name, String rest) throws IOException {
        Path folder = Files.createDirectories(
                home.resolve("connectors").resolve("outbound").resolve("audit-anchor"));
        Files.writeString(folder.resolve(name + ".yaml"), "version: 1\nname: " + name + "\n" + rest + "\n");
    }

    private List<String> push(String run, Map<String, String> environment) throws Exception {
        Problems problems = new Problems();
        AnchorConnectors connectors = AnchorConnectors.read(home.resolve("connectors"), problems);
        problems.raise();
        AuditKeys keys = TestKeys.AUDIT;
        try (CamelContext camel = new DefaultCamelContext()) {
            camel.start();
            OutboundClient outbound = new OutboundClient(camel, connectors.endpoints(), environment, Clock.systemUTC());
            return new AnchorPost(connectors, outbound, database, keys, home, environment, Clock.systemUTC()).push(run);
        }
    }

    private static List<String> runs(List<String> lines) {
        return lines.stream()
                .map(line -> SealedAnchor.parse(line).orElseThrow().run())
                .toList();
    }

    private static Access access(String person) {
        return new Access("li", "township", "care", "api", "read", List.of(person), List.of("name"), "");
    }
}
