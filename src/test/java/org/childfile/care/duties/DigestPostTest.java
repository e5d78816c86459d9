package org.childfile.care.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.childfile.care.duties.DigestPost.Outcome;
import org.childfile.jobs.TestFiles;
import org.childfile.jobs.TestWorld;
import org.childfile.lab.departments.Departments;
import org.childfile.outbound.OutboundClient;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestPostTest {

    private final Problems problems = new Problems();
    private final Departments departments = Departments.start(TestWorld.small().dir(), 0, "127.0.0.1");
    private final Path connectors = TestFiles.connectors();

    @AfterEach
    void close() {
        departments.close();
    }

    @Test
    void aDigestArrivesOnceHoweverOftenItIsSent() throws Exception {
        List<Digest> digests = List.of(digest("500112", "2026-11-21"), digest("500112001", "2026-11-21"));
        List<Outcome> first = send(digests);

        assertThat(first).hasSize(2).allMatch(Outcome.Received.class::isInstance);
        assertThat(send(digests)).isEqualTo(first);
        assertThat(departments.applications("womens-federation")).isEqualTo(2);
        assertThat(send(List.of(digest("500112", "2026-11-22"), digest("500113", null))))
                .last()
                .isEqualTo(new Outcome.Empty("500113", "womens-federation"));
        assertThat(departments.applications("womens-federation")).isEqualTo(3);
    }

    @Test
    void aDepartmentThatIsDownIsToldOfAndLeftAloneWhileTheOthersGo() throws Exception {
        Path digest = connectors.resolve("outbound/digest");
        Files.writeString(
                digest.resolve("down.yaml"),
                Files.readString(digest.resolve("womens-federation.yaml"))
                        .replace("name: womens-federation", "name: down")
                        .replace("${WOMENS_FEDERATION_URL}", "${DOWN_URL}"));
        List<Outcome> outcomes = send(List.of(
                digest("500101", "2026-11-21"),
                digest("500102", "2026-11-21"),
                digest("500103", "2026-11-21"),
                digest("500104", "2026-11-21")));

        assertThat(outcomes.subList(0, 3))
                .allSatisfy(each -> assertThat(each)
                        .isInstanceOfSatisfying(
                                Outcome.Failed.class,
                                failed ->
                                        assertThat(failed.message()).startsWith("the department cannot be reached: ")));
        assertThat(outcomes.get(3))
                .isEqualTo(new Outcome.Failed(
                        "500104", "down", "not tried, as the department answered none of those before it"));
        assertThat(outcomes.subList(4, 8)).allMatch(Outcome.Received.class::isInstance);
    }

    @Test
    void anAnswerWithoutAReceiptIsNoneAndStopsNoOther() throws Exception {
        departments.tamperApplications("womens-federation", (nth, path, honest) -> switch (nth) {
            case 1 -> honest.withBody(new byte[0]);
            case 2 -> honest.withBody("<html/>".getBytes(StandardCharsets.UTF_8));
            case 3 -> honest.withBody("{\"receiptNo\":\"<a b>\"}".getBytes(StandardCharsets.UTF_8));
            case 4 -> honest.withStatus(422);
            default -> honest;
        });
        List<Digest> digests = new ArrayList<>();
        for (int n = 1; n <= 5; n++) {
            digests.add(digest("50010" + n, "2026-11-21"));
        }

        assertThat(send(digests))
                .startsWith(
                        unsent("500101", "the answer has no receipt at /receiptNo"),
                        unsent("500102", "the answer has no receipt at /receiptNo"),
                        unsent("500103", "the answer has no receipt at /receiptNo"),
                        unsent("500104", "the department answered HTTP 422"))
                .last()
                .isInstanceOf(Outcome.Received.class);
    }

    @Test
    void everyMistakeOfAConnectorIsToldWithItsPlace(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                Files.createDirectories(directory.resolve("outbound/digest")).resolve("bad.yaml"), """
                        version: 1
                        name: Bad One
                        url: ${WOMENS_FEDERATION_URL}
                        send:
                          method: pst
                          path: digests
                          key-header: "a b"
                        answer:
                          receipt: no
                        limit: {}
                        """);
        DigestConnectors.read(directory, problems);

        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly(
                        file + ":2: name: found Bad One, allowed are lower-case letters, digits and dashes",
                        file + ":5: method: found pst (did you mean post?), allowed are post, put",
                        file + ":6: path: found digests, a path begins with /",
                        file + ":7: key-header: found a b, allowed are letters, digits and dashes",
                        file + ":9: receipt: found no, a JSON pointer begins with /",
                        file + ":10: unknown key limit (did you mean limits?); known here are answer, auth, hosts,"
                                + " limits, name, send, url, version");
    }

    @Test
    void theProgramsOwnConnectorIsSoundAndNamesItsVariables() {
        DigestConnectors own = DigestConnectors.read(Path.of("connectors"), problems);

        assertThat(problems.all()).isEmpty();
        assertThat(own.names()).containsExactly("womens-federation");
        assertThat(own.missingVariables(Map.of())).hasSize(2).allMatch(line -> line.contains("WOMENS_FEDERATION_"));
    }

    private static Outcome unsent(String scope, String message) {
        return new Outcome.Failed(scope, "womens-federation", message);
    }

    private static Digest digest(String scope, @Nullable String day) {
        return new Digest(scope, day, 0, 0, 0, 0, List.of(), List.of(), List.of());
    }

    private List<Outcome> send(List<Digest> digests) throws Exception {
        DigestConnectors all = DigestConnectors.read(connectors, problems);
        problems.raise();
        Map<String, String> environment = new HashMap<>(departments.environment());
        environment.put("DOWN_URL", "http://127.0.0.1:1");
        List<Outcome> outcomes = new ArrayList<>();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            OutboundClient outbound = new OutboundClient(camel, all.endpoints(), environment, Clock.systemUTC());
            new DigestPost(all, outbound).send(digests, outcomes::add);
        }
        return outcomes;
    }
}
