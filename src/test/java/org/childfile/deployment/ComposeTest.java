package org.childfile.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.childfile.cli.main.Commands;
import org.childfile.deployment.Compose.Service;
import org.childfile.ingest.connector.Connectors;
import org.childfile.lab.departments.Departments;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private final Compose compose = Compose.read(Repository.ROOT.resolve("docker-compose.yml"));
    private final Service postgres = compose.service("postgres");
    private final Service migrate = compose.service("migrate");
    private final Service departments = compose.service("departments");
    private final Service childfile = compose.service("childfile");

    ComposeTest() throws IOException {}

    @Test
    void theServicesAreTheDatabaseItsMigrationsTheDepartmentsAndTheProgram() {
        assertThat(compose.services()).containsOnlyKeys("postgres", "migrate", "departments", "childfile");
    }

    @Test
    void everyServiceIsClosedIn() {
        compose.services().forEach((name, service) -> {
            assertThat(service.texts("cap_drop")).as(name).containsExactly("ALL");
            assertThat(service.texts("security_opt")).as(name).containsExactly("no-new-privileges:true");
            assertThat(service.text("read_only")).as(name).isEqualTo("true");
            assertThat(service.texts("tmpfs")).as(name).contains("/tmp");
            assertThat(service.text("mem_limit")).as(name).matches("[1-9][0-9]*[gm]");
            assertThat(service.text("pids_limit")).as(name).matches("[1-9][0-9]*");
            assertThat(service.text("image")).as(name).matches("[a-z]+:\\d+\\.\\d+(\\.\\d+)?");
            assertThat(service.has("privileged")).as(name).isFalse();
            if (!name.equals("postgres")) {
                assertThat(service.has("cap_add")).as(name).isFalse();
            }
        });
        assertThat(postgres.texts("cap_add"))
                .containsExactlyInAnyOrder("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID");
    }

    @Test
    void noPasswordOfTheDatabaseHasADefault() {
        Map<String, String> passwords = new TreeMap<>();
        compose.services()
                .forEach((name, service) -> service.environment().forEach((variable, value) -> {
                    if (variable.matches("(CHILDFILE_DB_.*|POSTGRES_)PASSWORD")) {
                        passwords.put(name + " " + variable, value);
                    }
                }));
        assertThat(passwords)
                .isEqualTo(Map.of(
                        "postgres POSTGRES_PASSWORD", "<CHILDFILE_DB_PASSWORD>",
                        "migrate CHILDFILE_DB_PASSWORD", "<CHILDFILE_DB_PASSWORD>",
                        "migrate CHILDFILE_DB_WRITER_PASSWORD", "<CHILDFILE_DB_WRITER_PASSWORD>",
                        "migrate CHILDFILE_DB_READER_PASSWORD", "<CHILDFILE_DB_READER_PASSWORD>",
                        "childfile CHILDFILE_DB_WRITER_PASSWORD", "<CHILDFILE_DB_WRITER_PASSWORD>",
                        "childfile CHILDFILE_DB_READER_PASSWORD", "<CHILDFILE_DB_READER_PASSWORD>"));
    }

    @Test
    void whatRunsNeverHoldsTheOwnersPassword() {
        assertThat(childfile.environment()).doesNotContainKeys("CHILDFILE_DB_USER", "CHILDFILE_DB_PASSWORD");
        assertThat(departments.environment()).doesNotContainKeys("CHILDFILE_DB_USER", "CHILDFILE_DB_PASSWORD");
        assertThat(String.valueOf(childfile.under("depends_on").get("migrate")))
                .contains("service_completed_successfully");
    }

    @Test
    void theDatabaseProvesWhoItIsAndIsReachedByNobodyElse() {
        for (Service service : List.of(migrate, childfile)) {
            assertThat(service.environment().get("CHILDFILE_DB_URL"))
                    .endsWith("?sslmode=verify-full&sslrootcert=/run/tls/postgres.crt");
            assertThat(service.texts("volumes")).contains("./secrets/postgres.crt:/run/tls/postgres.crt:ro");
            assertThat(service.texts("volumes")).noneMatch(volume -> volume.contains("postgres.key"));
        }
        assertThat(postgres.texts("command")).contains("-cssl=on", "-cssl_cert_file=/run/tls/postgres.crt");
        assertThat(postgres.has("ports")).isFalse();
        assertThat(postgres.texts("networks")).containsExactly("database");
        assertThat(compose.networks().get("database")).hasToString("{internal=true}");
    }

    @Test
    void theDatabaseHasTheVersionOfTheEmbeddedOne() throws IOException {
        assertThat(postgres.text("image")).isEqualTo("postgres:" + Repository.postgresVersion());
    }

    @Test
    void theProgramsImageIsBuiltHereAndNamedByItsVersion() throws IOException {
        for (Service service : List.of(migrate, departments, childfile)) {
            assertThat(service.text("build")).isEqualTo(".");
            assertThat(service.text("image")).isEqualTo("childfile:" + Repository.version());
        }
    }

    @Test
    void theCommandsAreOnesThatTheProgramTakes() {
        assertThat(Commands.take(departments.texts("command"))).isTrue();
        assertThat(Commands.take(migrate.texts("command"))).isTrue();
        assertThat(Commands.take(List.of("compose", "init"))).isTrue();
        assertThat(Commands.take(childfile.texts("command"))).isTrue();
        assertThat(Commands.take(List.of("departments", "--bindd", "0.0.0.0"))).isFalse();
    }

    @Test
    void noVariableThatAConnectorNeedsIsMissing() {
        Problems problems = new Problems();
        Connectors connectors = Connectors.read(Repository.ROOT.resolve("connectors"), problems);
        assertThat(problems.all()).isEmpty();
        assertThat(connectors.missingVariables(childfile.environment())).isEmpty();
    }

    @Test
    void theFeedsVariablesAreThoseOfTheMockedDepartments() {
        Map<String, String> expected = new TreeMap<>();
        try (Departments mocked = Departments.start(Repository.ROOT.resolve("sample-feeds"), 0, "127.0.0.1")) {
            mocked.environment()
                    .forEach((name, value) -> expected.put(
                            name,
                            name.endsWith("_URL")
                                    ? "http://departments:" + port()
                                            + URI.create(value).getPath()
                                    : value));
        }
        Map<String, String> feeds = new TreeMap<>(childfile.environment());
        feeds.keySet().removeIf(name -> name.startsWith("CHILDFILE_"));
        assertThat(feeds).isEqualTo(expected);
    }

    @Test
    void theProgramKnowsTheDatabaseByTheNameAndPasswordThatItHas() {
        Map<String, String> server = postgres.environment();
        assertThat(childfile.environment().get("CHILDFILE_DB_URL"))
                .startsWith("jdbc:postgresql://postgres:5432/" + server.get("POSTGRES_DB") + "?")
                .isEqualTo(migrate.environment().get("CHILDFILE_DB_URL"));
        assertThat(migrate.environment())
                .containsEntry("CHILDFILE_DB_USER", server.get("POSTGRES_USER"))
                .containsEntry("CHILDFILE_DB_PASSWORD", server.get("POSTGRES_PASSWORD"));
    }

    @Test
    void theProgramWorksAsOtherLoginsThanTheOwnerAndGainsNoRights() {
        Map<String, String> program = migrate.environment();
        assertThat(program).containsAllEntriesOf(logins(childfile.environment()));
        assertThat(List.of(
                        program.getOrDefault("CHILDFILE_DB_USER", ""),
                        program.getOrDefault("CHILDFILE_DB_WRITER_USER", ""),
                        program.getOrDefault("CHILDFILE_DB_READER_USER", "")))
                .containsExactly("childfile", "childfile_program", "childfile_door");
        assertThat(List.of(
                        program.getOrDefault("CHILDFILE_DB_PASSWORD", ""),
                        program.getOrDefault("CHILDFILE_DB_WRITER_PASSWORD", ""),
                        program.getOrDefault("CHILDFILE_DB_READER_PASSWORD", "")))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    private static Map<String, String> logins(Map<String, String> environment) {
        Map<String, String> logins = new TreeMap<>(environment);
        logins.keySet().removeIf(name -> !name.matches("CHILDFILE_DB_(WRITER|READER)_.*"));
        return logins;
    }

    @Test
    void everyServiceThatAnotherWaitsForTellsItsHealth() {
        assertThat(childfile.under("depends_on")).containsOnlyKeys("migrate", "departments");
        assertThat(migrate.under("depends_on")).containsOnlyKeys("postgres");
        assertThat(postgres.has("healthcheck")).isTrue();
        assertThat(departments.under("healthcheck").toString()).contains("/dev/tcp/127.0.0.1/" + port());
    }

    @Test
    void thePublishedPortIsTheServedOneAndOpenToThisMachineOnly() {
        assertThat(childfile.texts("ports")).containsExactly("127.0.0.1:8080:8080");
    }

    @Test
    void everyVolumeIsDeclared() {
        assertThat(postgres.texts("volumes"))
                .containsExactly(
                        "postgres:/var/lib/postgresql",
                        "./secrets/postgres.key:/run/tls/postgres.key:ro",
                        "./secrets/postgres.crt:/run/tls/postgres.crt:ro");
        assertThat(childfile.texts("volumes"))
                .containsExactly("home:/var/lib/childfile", "./secrets/postgres.crt:/run/tls/postgres.crt:ro");
        assertThat(compose.volumes()).containsOnlyKeys("postgres", "home");
    }

    private String port() {
        List<String> command = departments.texts("command");
        return command.get(command.indexOf("--port") + 1);
    }
}
