package org.childfile.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.childfile.cli.CommandRun;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command of the READMEs is carried out, after one demo, on one warehouse. */
class ReadmeTest {

    private static final List<String> READMES = List.of("README.md", "README.zh-CN.md");

    /** The demo is what the others run after; verify is what runs this test; serve does not end; bench takes long. */
    private static final Set<String> NOT_RUN = Set.of("demo", "verify", "serve", "bench");

    @TempDir
    private static Path home;

    private static EmbeddedDatabase database;
    private static CommandRun demo;

    @BeforeAll
    static void runTheDemo() {
        database = EmbeddedDatabase.open(home);
        demo = run("zh", "demo");
    }

    @AfterAll
    static void stopTheDatabase() {
        database.close();
    }

    private static CommandRun run(String language, String... words) {
        DatabaseAddress address = database.address();
        Map<String, String> environment = new HashMap<>();
        environment.put("CHILDFILE_HOME", home.resolve("home").toString());
        environment.put("CHILDFILE_LANG", language);
        environment.put("CHILDFILE_DB_URL", address.url());
        environment.put("CHILDFILE_DB_USER", address.user());
        return CommandRun.of(environment, words);
    }

    @Test
    void bothReadmesHaveTheSameCommands() throws IOException {
        assertThat(Readme.read("README.md").commands())
                .hasSizeGreaterThan(8)
                .isEqualTo(Readme.read("README.zh-CN.md").commands());
    }

    static Stream<List<String>> commands() throws IOException {
        return Readme.read("README.md").commands().stream().filter(words -> !NOT_RUN.contains(words.getFirst()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandWorks(List<String> words) {
        CommandRun run = run("en", words.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isNotEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theReportsThatAreShownAreThoseOfTheDemo() throws IOException {
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.out())
                .contains(String.join("\n", Readme.read("README.zh-CN.md").report()));
        assertThat(run("en", "run", "20261121-1").out())
                .contains(String.join("\n", Readme.read("README.md").report()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyLinkLeadsToAFile(String name) throws IOException {
        assertThat(Readme.read(name).links())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Repository.ROOT.resolve(link)).exists());
    }

    @Test
    void theFirstLinkIntoTheCodeIsTheNightlyRun() throws IOException {
        for (String name : READMES) {
            assertThat(Readme.read(name).links().stream()
                            .filter(link -> link.endsWith(".java"))
                            .findFirst())
                    .contains("src/main/java/org/childfile/jobs/NightlyRun.java");
        }
    }
}
