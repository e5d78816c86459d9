package org.childfile.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorReaderTest {

    private final Problems problems = new Problems();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theNineConnectorsHaveNoMistake() {
        Connectors connectors = Connectors.read(Path.of("connectors"), problems);

        assertThat(problems.all()).isEmpty();
        assertThat(connectors.feeds())
                .containsExactly(
                        "care-records",
                        "civil-affairs",
                        "education",
                        "health",
                        "medical-insurance",
                        "pairings",
                        "political-legal",
                        "public-security",
                        "volunteers");
    }

    @Test
    void pushesAreOffUntilASecretIsSet() {
        Connectors connectors = Connectors.read(Path.of("connectors"), problems);

        assertThat(connectors.all().stream()
                        .filter(connector -> connector.push().isPresent())
                        .map(Connector::feed))
                .containsExactly("health", "public-security");
        Connector.Push push = connectors.find("health").orElseThrow().push().orElseThrow();
        assertThat(push.known(Map.of())).isEmpty();
        assertThat(push.known(Map.of("HEALTH_PUSH_SECRET_NEXT", "whsec_x"))).containsExactly("whsec_x");
        assertThat(connectors.all())
                .allSatisfy(connector -> assertThat(connector.stream()).isEmpty());
    }

    @Test
    void aSecretStandsInAVariableAndASnapshotIsNotAskedForChanges() throws IOException {
        Path file = directory.resolve("health.yaml");
        String health = Files.readString(Path.of("connectors", "health.yaml")).replaceAll("(?m)^push:.*\\R", "");
        Files.writeString(file, health + "push: {secrets: [whsec_clear]}\nstream: {every: 1s}\n");
        ConnectorReader.read(file, problems);
        assertThat(problems.all().toString())
                .contains("a secret stands in a variable, such as ${HEALTH_PUSH_SECRET}, not in the file")
                .contains("the shortest is 5s");

        Problems others = new Problems();
        Files.writeString(file, health.replace("mode: delta", "mode: snapshot") + "stream: {every: 60s}\n");
        ConnectorReader.read(file, others);
        assertThat(others.all()).hasSize(1);
    }

    @Test
    void theNineConnectorsSayWhatTheDepartmentsPromised() {
        Connectors connectors = Connectors.read(Path.of("connectors"), problems);

        assertThat(connectors.all().stream()
                        .map(connector -> "%s %s %s %s %s"
                                .formatted(
                                        connector.feed(),
                                        connector.mode(),
                                        String.join("|", connector.key()),
                                        connector.schedule().cron(),
                                        connector.format().getClass().getSimpleName()))
                        .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo("""
                    care-records APPEND recordNo 0 40 3 * * ? Json
                    civil-affairs SNAPSHOT rosterNo 0 0 1 * * ? Json
                    education SNAPSHOT 学籍号 0 30 1 * * ? Csv
                    health DELTA recordId 0 30 2 * * ? Json
                    medical-insurance SNAPSHOT insuredNo 0 10 3 * * ? Ndjson
                    pairings SNAPSHOT pairingNo 0 30 3 * * ? Json
                    political-legal SNAPSHOT 登记单位|序号 0 0 3 5 * ? Xlsx
                    public-security DELTA GMSFHM 0 0 2 * * ? Xml
                    volunteers SNAPSHOT 编号 0 20 3 * * ? Csv
                    """);
    }

    @Test
    void everyVariableThatIsNotSetIsNamedWithItsFileAndPurpose() {
        Connectors connectors = Connectors.read(Path.of("connectors"), problems);

        assertThat(connectors.missingVariables(Map.of("WOMENS_FEDERATION_URL", "http://localhost")))
                .contains(
                        "connectors/health.yaml: HEALTH_API_KEY is not set (sent as X-Api-Key). Set it and run again.",
                        "connectors/public-security.yaml: PUBLIC_SECURITY_SECRET is not set (signs each request)."
                                + " Set it and run again.",
                        "connectors/volunteers.yaml: WOMENS_FEDERATION_TOKEN is not set (sent as the bearer token)."
                                + " Set it and run again.")
                .hasSize(15)
                .noneMatch(line -> line.contains("WOMENS_FEDERATION_URL"));
    }

    @Test
    void aHostIsAWholeNameOrAddressAndAPathLeadsDown() throws IOException {
        assertThat(mistakes("""
            version: 1
            feed: civil-affairs
            title: {zh: 民政, en: civil affairs}
            url: ${CIVIL_AFFAIRS_URL}
            hosts: [dept.example, 10.1.2.3, "fd12::1", "http://dept.example", "dept.example:8080", "*.example"]
            mode: snapshot
            key: no
            schedule: {cron: "0 0 1 * * ?"}
            auth: {scheme: oauth2, token-path: "@elsewhere.example", client-id: a, client-secret: b}
            fetch: {style: manifest, path: /a/../b, file-path: "//elsewhere.example/{file}", pattern: "../*"}
            format: {type: csv}
            fields: {required: [no]}
            """)).isEqualTo("""
                c.yaml:5: hosts: found http://dept.example, allowed is a host's whole name or address, without a port
                c.yaml:5: hosts: found dept.example:8080, allowed is a host's whole name or address, without a port
                c.yaml:5: hosts: found *.example, allowed is a host's whole name or address, without a port
                c.yaml:9: token-path: found @elsewhere.example, a path begins with /
                c.yaml:10: path: found /a/../b, a path leads down from the base URL, without // and ..
                c.yaml:10: file-path: found //elsewhere.example/{file}, a path leads down from the base URL, without // and ..
                c.yaml:10: pattern: found ../*, a pattern is for names in one directory, without /
                """);
    }

    @Test
    void allMistakesOfAConnectorAreToldAtOnce() throws IOException {
        assertThat(mistakes("""
            version: 2
            feed: Civil Affairs
            title: {zh: 民政}
            url: ${CIVIL_AFFAIRS_URL}
            mode: snapshots
            key: [rosterNumber]
            updated: gxsj
            deletion: {field: deleted, value: "1"}
            schedule: {cron: every night, zone: Asia/Chongking, freshness: 36}
            auth: {scheme: api-key, kee: "${KEY}"}
            fetch: {style: pages, path: api/children, page-size: 0}
            format: {type: json, records: data/records, total: /data/total}
            fields:
              required: [rosterNo, xm]
              optional: [gxsj, xm]
            limits: {attempts: 0, back-off: 1, max-answer: 64, jitter: 3}
            retries: 5
            """)).isEqualTo("""
                c.yaml:1: version: found 2, allowed is a whole number from 1 to 1
                c.yaml:1: version: expected version: 1
                c.yaml:2: feed: found Civil Affairs, allowed are lower-case letters, digits and dashes
                c.yaml:3: the key en is missing
                c.yaml:5: mode: found snapshots (did you mean snapshot?), allowed are snapshot, delta, append
                c.yaml:6: key: the field rosterNumber is not in fields
                c.yaml:8: deletion: the field deleted is not in fields
                c.yaml:9: cron: found every night, which is no Quartz cron expression: Illegal characters for this position: 'EVE'
                c.yaml:9: zone: found Asia/Chongking, which is no time zone
                c.yaml:9: freshness: found 36, allowed is a number with ms, s, m, h or d, such as 30s
                c.yaml:10: the key header is missing
                c.yaml:10: the key key is missing
                c.yaml:10: unknown key kee (did you mean key?); known here are header, key, scheme
                c.yaml:11: path: found api/children, a path begins with /
                c.yaml:11: path: a path of pages holds {page}
                c.yaml:11: page-size: found 0, allowed is a whole number from 1 to 10000
                c.yaml:12: records: found data/records, a JSON pointer begins with /
                c.yaml:13: fields: the field xm stands here twice
                c.yaml:16: attempts: found 0, allowed is a whole number from 1 to 20
                c.yaml:16: back-off: found 1, allowed is a number with ms, s, m, h or d, such as 30s
                c.yaml:16: max-answer: found 64, allowed is a number with KB, MB or GB, such as 64MB
                c.yaml:16: unknown key jitter; known here are answer-timeout, attempts, back-off, connect-timeout, deadline, jitter-percent, max-answer, max-back-off, max-record, max-refused-percent, max-shrink-percent, max-unpacked, requests-per-second
                c.yaml:17: unknown key retries; known here are auth, deletion, feed, fetch, fields, format, hosts, key, limits, mode, notice, push, schedule, sealed-key, stream, title, updated, url, version
                """);
    }

    @Test
    void aTableNeedsACharacterSetThatExistsAndOneDelimiter() throws IOException {
        assertThat(mistakes("""
            version: 1
            feed: small
            title: {zh: 小, en: small}
            url: http://localhost
            mode: snapshot
            schedule: {cron: "0 0 1 * * ?"}
            fetch: {style: file, path: /file}
            format: {type: csv, charset: GB-18030, delimiter: ";;"}
            fields: {required: [no]}
            """)).isEqualTo("""
                c.yaml:1: key: a feed needs the field or fields that make a record's key
                c.yaml:8: delimiter: found ;;, allowed is one character
                c.yaml:8: charset: found GB-18030, which is no character set that Java knows
                """);
    }

    @Test
    void twoFilesOfOneFeedAreAMistake() throws IOException {
        for (String name : new String[] {"a.yaml", "b.yaml"}) {
            Files.copy(Path.of("connectors/health.yaml"), directory.resolve(name));
        }
        Connectors.read(directory, problems);

        assertThat(told()).isEqualTo("b.yaml: the feed health stands in a.yaml too\n");
    }

    @Test
    void aDirectoryWithoutConnectorsIsAMistake() {
        Connectors.read(directory, problems);

        assertThat(problems.all()).singleElement().hasToString(directory + ": holds no connector file (*.yaml)");
    }

    @Test
    void whatIsNotSaidHasSafeDefaults() {
        Connector connector = SmallConnector.csv("charset: UTF-8");

        assertThat(connector.schedule().zone()).hasToString("Asia/Shanghai");
        assertThat(connector.schedule().freshness()).isEqualTo(Duration.ofHours(36));
        assertThat(connector.limits())
                .isEqualTo(new Connector.Limits(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        4,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60),
                        20,
                        20,
                        512L << 20,
                        4L << 30,
                        8 << 20,
                        20,
                        5,
                        Duration.ofMinutes(30)));
    }

    private String mistakes(String yaml) throws IOException {
        Path file = directory.resolve("c.yaml");
        Files.writeString(file, yaml);
        ConnectorReader.read(file, problems);
        return told();
    }

    private String told() {
        return problems.all().stream()
                .map(problem -> problem.toString().replace(directory + "/", "") + "\n")
                .collect(Collectors.joining());
    }
}
