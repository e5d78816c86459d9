package org.childfile.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.childfile.cli.main.Commands;
import org.childfile.deployment.Dockerfile.Instruction;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    private final Dockerfile dockerfile = Dockerfile.read(Repository.ROOT.resolve("Dockerfile"));

    DockerfileTest() throws IOException {}

    @Test
    void bothStagesHaveTheJavaOfTheBuild() throws IOException {
        String java = Repository.javaVersion();
        assertThat(dockerfile.all("FROM"))
                .extracting(Instruction::text)
                .satisfiesExactly(
                        build -> assertThat(build)
                                .matches("maven:\\d+\\.\\d+\\.\\d+-eclipse-temurin-" + java + " AS build"),
                        run -> assertThat(run).matches("eclipse-temurin:" + java + "\\.\\d+\\.\\d+_\\d+-jre"));
    }

    @Test
    void everyCopiedFileIsInTheRepositoryAndInTheBuildContext() throws IOException {
        List<String> context = Files.readAllLines(Repository.ROOT.resolve(".dockerignore"));
        List<String> copied = dockerfile.all("COPY").stream()
                .filter(copy -> !copy.text().startsWith("--from="))
                .flatMap(copy -> copy.words().subList(0, copy.words().size() - 1).stream())
                .distinct()
                .toList();
        assertThat(copied).contains("pom.xml", "childfile", "src/main", "connectors", "mappings", "sample-feeds");
        assertThat(copied).allSatisfy(path -> {
            assertThat(Repository.ROOT.resolve(path)).exists();
            assertThat(context).contains("!" + path);
        });
    }

    @Test
    void theProgramDoesNotRunAsRoot() {
        assertThat(dockerfile.last("USER").text()).isEqualTo("childfile");
        assertThat(dockerfile.all("RUN").getLast().text())
                .startsWith("useradd ")
                .contains(" childfile ");
    }

    @Test
    void theLauncherIsTheEntryAndServesByDefault() {
        assertThat(dockerfile.last("ENTRYPOINT").list()).containsExactly("/app/childfile");
        assertThat(dockerfile.last("WORKDIR").text()).isEqualTo("/app");
        assertThat(Commands.take(dockerfile.last("CMD").list())).isTrue();
    }

    @Test
    void theHealthCheckAsksTheServedPort() {
        assertThat(dockerfile.last("ENV").text())
                .contains("CHILDFILE_BIND=0.0.0.0", "CHILDFILE_PORT=8080", "CHILDFILE_MANAGEMENT_PORT=8081");
        assertThat(dockerfile.last("EXPOSE").text()).isEqualTo("8080");
        assertThat(dockerfile.last("HEALTHCHECK").list().getLast())
                .contains("/dev/tcp/127.0.0.1/$CHILDFILE_MANAGEMENT_PORT", "GET /actuator/health HTTP/1.0");
    }
}
