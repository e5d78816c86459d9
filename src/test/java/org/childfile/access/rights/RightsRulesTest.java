package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RightsRulesTest {

    @TempDir
    private Path directory;

    @Test
    void everyMistakeIsToldWithItsLine() throws IOException {
        Files.writeString(directory.resolve("rights.yaml"), """
                version: 1
                purposes: [care]
                roles:
                  district:
                    rows: division
                    purposes:
                      cares: {classes: [plain, helth], minors: true, more: 1}
                """);
        Problems problems = new Problems();
        RightsRules.read(directory, problems);

        assertThat(problems.all().stream()
                        .map(Problem::toString)
                        .map(text -> text.substring(text.indexOf("rights.yaml")))
                        .toList())
                .containsExactlyInAnyOrder(
                        "rights.yaml:5: rows: found division (did you mean divisions?), allowed are divisions, children, none",
                        "rights.yaml:7: cares: no such purpose (did you mean care?)",
                        "rights.yaml:7: classes: no such class helth (did you mean health?)",
                        "rights.yaml:7: unknown key more; known here are classes, minors");
    }

    @Test
    void theRulesOfTheProgramGiveAnAuditorNothingOfAChild() {
        assertThat(GuardedWarehouse.rules().roles())
                .filteredOn(role -> role.name().equals("auditor"))
                .singleElement()
                .satisfies(role -> {
                    assertThat(role.rows()).isEqualTo(RightsRules.Rows.NONE);
                    assertThat(role.grants())
                            .containsExactly(new RightsRules.Grant("audit", java.util.List.of(), false));
                });
    }
}
