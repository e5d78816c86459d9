package org.childfile.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.childfile.access.audit.OperatorIdentity;
import org.childfile.cli.main.OnSecondNight;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.Test;

/** Who is recorded, by whole processes that are told to be somebody else. */
class OperatorIdentityTest extends OnSecondNight {

    @Test
    void noSettingMakesTheLogNameAnother() throws Exception {
        database = TestServer.copy(afterFirstNight);
        String child =
                texts("select child_id from mart.child order by 1 limit 1").getFirst();

        process("child", child);
        process("review", "undo", "1", "--reason", "a slip");
        String token = process("token", "--role", "district", "--purpose", "care", "--division", "500112");

        String self = OperatorIdentity.ofThisProcess().recorded();
        assertThat(self).doesNotContain("mayor");
        assertThat(texts("select distinct subject from ops.access where action in ('read', 'undo verdict', 'token')"))
                .containsExactly(self);
        assertThat(texts("select detail from ops.access where action = 'token'").getFirst())
                .startsWith("for " + OperatorIdentity.ofThisProcess().person() + ", role district, purposes care,");
        assertThat(new String(
                        java.util.Base64.getUrlDecoder().decode(token.strip().split("\\.")[1]), StandardCharsets.UTF_8))
                .contains("\"issued_by\":\"" + OperatorIdentity.ofThisProcess().issuing() + "\"")
                .doesNotContain("mayor");
    }

    /** A command in a process of its own, in which everything that can be set says mayor. */
    private String process(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.name=mayor",
                "-cp",
                System.getProperty("java.class.path"),
                "org.childfile.ChildFile"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        builder.environment()
                .putAll(Map.of(
                        "USER", "mayor",
                        "LOGNAME", "mayor",
                        "USERNAME", "mayor",
                        "SUDO_USER", "mayor",
                        "SUDO_UID", "1002"));
        Path errors = HOME.resolve("errors");
        Process process = builder.redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isNotEqualTo(1);
        return out;
    }
}
