package org.childfile.access.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplianceRulesTest {

    private final Problems problems = new Problems();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void everyStepOfTheDeliveredRulesSaysBothLanguagesItsTimeAndWhereItComesFrom() {
        ComplianceRules rules = ComplianceRules.read(Path.of("mappings"), problems);

        assertThat(problems.all()).isEmpty();
        assertThat(rules.breaches().keySet()).containsExactly("leak", "incident", "critical");
        assertThat(rules.breaches().values())
                .allSatisfy(kind -> assertThat(kind.steps()).allSatisfy(step -> {
                    assertThat(step.zh()).containsPattern("\\p{IsHan}");
                    assertThat(step.en()).isNotBlank();
                    assertThat(step.source()).isNotBlank();
                }));
        assertThat(rules.step("incident", "report").orElseThrow().within()).isEqualTo(Duration.ofHours(4));
        assertThat(rules.step("critical", "report").orElseThrow().within()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void mistakesAreToldWithTheirLines() throws IOException {
        Path file = directory.resolve("compliance.yaml");
        Files.writeString(file, """
                version: 1
                breach:
                  leak:
                    title: {zh: 泄露, en: leak}
                    steps:
                      remedy: {title: {zh: 补救, en: remedy}, source: law}
                  Bad: {title: {zh: 坏, en: bad}}
                """);
        ComplianceRules.read(directory, problems);

        assertThat(problems.all().stream().map(Problem::toString))
                .containsExactly(
                        file + ":6: within: a time is needed, such as 4h",
                        file + ":7: Bad: allowed are lower-case letters and dashes",
                        file + ":7: steps: names nothing that must be done");
    }
}
