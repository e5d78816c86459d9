package org.childfile.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.childfile.cli.Commands;
import org.childfile.departments.Departments;
import org.childfile.deployment.Compose.Service;
import org.childfile.feed.Connectors;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private final Compose compose = Compose.read(Repository.ROOT.resolve("docker-compose.yml"));
    private final Service postgres = compose.service("postgres");
    private final Service departments = compose.service("departments");
    private final Service childfile = compose.service("childfile");

    ComposeTest() throws IOException {}

    @Test
    void theServicesAreTheDatabaseTheDepartmentsAndTheProgram() {
        assertThat(compose.services()).containsOnlyKeys("postgres", "departments", "childfile");
    }

    @Test
    void theDatabaseHasTheMajorVersionOfTheEmbeddedOne() throws IOException {
        assertThat(postgres.text("image")).isEqualTo("postgres:" + Repository.postgresMajorVersion());
    }

    @Test
    void theProgramsImageIsBuiltHereAndNamedByItsVersion() throws IOException {
        for (Service service : List.of(departments, childfile)) {
            assertThat(service.text("build")).isEqualTo(".");
            assertThat(service.text("image")).isEqualTo("childfile:" + Repository.version());
        }
    }

    @Test
    void theCommandsAreOnesThatTheProgramTakes() {
        assertThat(Commands.take(departments.texts("command"))).isTrue();
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
        assertThat(childfile.environment())
                .containsEntry("CHILDFILE_DB_URL", "jdbc:postgresql://postgres:5432/" + server.get("POSTGRES_DB"))
                .containsEntry("CHILDFILE_DB_USER", server.get("POSTGRES_USER"))
                .containsEntry("CHILDFILE_DB_PASSWORD", server.get("POSTGRES_PASSWORD"));
    }

    @Test
    void theProgramWorksAsOtherLoginsThanTheOwnerAndGainsNoRights() {
        Map<String, String> program = childfile.environment();
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
        for (Service service : List.of(departments, childfile)) {
            assertThat(service.texts("cap_drop")).containsExactly("ALL");
            assertThat(service.texts("security_opt")).containsExactly("no-new-privileges:true");
        }
    }

    @Test
    void everyServiceThatAnotherWaitsForTellsItsHealth() {
        assertThat(childfile.under("depends_on")).containsOnlyKeys("postgres", "departments");
        assertThat(postgres.has("healthcheck")).isTrue();
        assertThat(departments.under("healthcheck").toString()).contains("/dev/tcp/127.0.0.1/" + port());
    }

    @Test
    void thePublishedPortIsTheServedOneAndOpenToThisMachineOnly() {
        assertThat(childfile.texts("ports")).containsExactly("127.0.0.1:8080:8080");
    }

    @Test
    void everyVolumeIsDeclared() {
        assertThat(postgres.texts("volumes")).containsExactly("postgres:/var/lib/postgresql");
        assertThat(childfile.texts("volumes")).containsExactly("home:/var/lib/childfile");
        assertThat(compose.volumes()).containsOnlyKeys("postgres", "home");
    }

    private String port() {
        List<String> command = departments.texts("command");
        return command.get(command.indexOf("--port") + 1);
    }
}
