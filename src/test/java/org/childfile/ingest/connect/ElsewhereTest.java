package org.childfile.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.jobs.TestWorld;
import org.childfile.lab.departments.Departments;
import org.childfile.lab.departments.Faults;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Departments whose answers, or whose names, would lead the program to another server. */
@SuppressWarnings("NullAway.Init")
class ElsewhereTest {

    @TempDir
    private Path directory = Path.of("");

    private final Map<String, String> environment = new HashMap<>();
    private final AtomicInteger askedElsewhere = new AtomicInteger();
    private ReachableHosts.Lookup lookup = InetAddress::getAllByName;
    private Departments departments;
    private HttpServer elsewhere;

    @BeforeEach
    void start() throws IOException {
        departments = Departments.start(TestWorld.small().dir(), 0, "127.0.0.1");
        environment.putAll(departments.environment());
        elsewhere = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        elsewhere.createContext("/", exchange -> {
            askedElsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterEach
    void stop() {
        elsewhere.stop(0);
        departments.close();
        assertThat(askedElsewhere).as("requests to another server").hasValue(0);
    }

    @Test
    void aRedirectIsNotFollowedAndNotTriedAgain() {
        departments.tamper("health", Faults.redirect(elsewhereUrl()));
        assertFails(
                () -> pull("health", ""),
                "the department redirects to another address (HTTP 302); that is not followed");
        assertThat(departments.requests("health")).isEqualTo(1);
    }

    @Test
    void aTokenRequestThatIsRedirectedCarriesItsSecretNowhere() {
        departments.tamper("civil-affairs", Faults.redirect(elsewhereUrl()));
        assertFails(
                () -> pull("civil-affairs", ""),
                "the department redirects to another address (HTTP 302); that is not followed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../health/x", "..", "//127.0.0.1/x", "http://127.0.0.1/x", "%2e%2e", "..%2fx", "a\\b"})
    void aManifestThatNamesAnotherPlaceIsRefused(String file) {
        departments.tamper("education", Faults.manifestNames(file));
        assertThatThrownBy(() -> pull("education", ""))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the manifest names no file, or one that is not its own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/../../education/export/latest", "//elsewhere.example/", "&limit=1&cursor=", "%2e%2e%2f", "@x"})
    void aCursorIsOnlyEverAValueOfItsParameter(String cursor) {
        List<String> asked = new ArrayList<>();
        departments.tamper("health", (nth, path, honest) -> {
            asked.add(path);
            return nth == 1 ? Faults.cursor(cursor).apply(nth, path, honest) : honest.withStatus(404);
        });
        assertThatThrownBy(() -> pull("health", "")).isInstanceOf(PullFailed.class);
        assertThat(asked.get(1)).isEqualTo("/v2/child-health?limit=1000&cursor=" + PullReader.encoded(cursor));
    }

    @Test
    void aNameThatLeadsToThisMachineIsNotAskedUnlessTheConnectorListsIt() throws Exception {
        environment.put("HEALTH_URL", "http://health.example:" + departments.port() + "/health");
        lookup = name -> new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        assertFails(
                () -> pull("health", ""),
                directory.resolve("health.yaml")
                        + ": the host's name leads to an address of this machine or its surroundings");
        assertThat(departments.requests("health")).isZero();

        assertThat(pull("health", "hosts: [health.example]\n")).isPositive();
    }

    @Test
    void aUrlWhoseHostIsNotListedIsNotAsked() {
        assertFails(
                () -> pull("health", "hosts: [health.example]\n"),
                directory.resolve("health.yaml") + ": the request leads to a host that hosts does not name");
        assertThat(departments.requests("health")).isZero();
    }

    private String elsewhereUrl() {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/v2/child-health";
    }

    /** How many records came. */
    private int pull(String feed, String moreSettings) throws Exception {
        Files.writeString(
                directory.resolve(feed + ".yaml"),
                Files.readString(Path.of("connectors", feed + ".yaml")).replace("back-off: 500ms", "back-off: 1ms")
                        + moreSettings);
        Problems problems = new Problems();
        Connectors connectors = Connectors.read(directory, problems);
        problems.raise();
        Heard heard = new Heard();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            new Acquisition(camel, connectors, environment, Heard.NIGHT, lookup)
                    .pull(connectors.find(feed).orElseThrow(), Optional.empty(), heard);
        }
        return heard.records.size();
    }

    private static void assertFails(ThrowingCallable pull, String message) {
        assertThatThrownBy(pull)
                .isInstanceOfSatisfying(
                        PullFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(PullFailed.Reason.FORBIDDEN_ADDRESS))
                .hasMessage(message);
    }
}
