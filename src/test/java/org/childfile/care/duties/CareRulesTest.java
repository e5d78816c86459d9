package org.childfile.care.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CareRulesTest {

    @TempDir
    private Path directory;

    @Test
    void everyMistakeIsToldWithItsLine() throws IOException {
        Files.writeString(directory.resolve("care.yaml"), """
                version: 2
                silent-days: 0
                no-teacher: {enrolment: [转出], grade: [学前]}
                duties:
                  VISITS: {every: week}
                  TALK: {every: halfmonth, grace-days: 400}
                districts:
                  "5001": {VISIT: {every: two-weeks, grace: 3}}
                """);
        Problems problems = new Problems();
        CareRules.read(directory, problems);

        assertThat(problems.all().stream()
                        .map(Problem::toString)
                        .map(text -> text.substring(text.indexOf("care.yaml")))
                        .toList())
                .containsExactlyInAnyOrder(
                        "care.yaml:1: version: found 2, allowed is a whole number from 1 to 1",
                        "care.yaml:1: version: expected version: 1",
                        "care.yaml:2: silent-days: found 0, allowed is a whole number from 1 to 366",
                        "care.yaml:3: unknown key grade (did you mean grades?); known here are enrolment, grades",
                        "care.yaml:5: VISITS: no such duty (did you mean VISIT?), allowed are VISIT, TALK, GUARDIAN, TEACHER, ACTIVITY, FESTIVAL",
                        "care.yaml:6: every: found halfmonth (did you mean half-month?), allowed are week, two-weeks, half-month, month, quarter, term, year",
                        "care.yaml:6: grace-days: found 400, allowed is a whole number from 0 to 366",
                        "care.yaml:8: 5001: expected the six digits of a district (GB/T 2260), in quotes",
                        "care.yaml:8: unknown key grace; known here are every, grace-days");
    }

    @Test
    void theRulesOfTheProgramAreThoseOfTheFederation() {
        CareRules rules = TestRules.own();

        assertThat(rules.silentDays()).isEqualTo(14);
        assertThat(rules.districts()).isEmpty();
        assertThat(rules.usual())
                .allSatisfy((kind, rhythm) -> assertThat(rhythm).isEqualTo(new Rhythm(kind.usual(), 0)))
                .hasSize(6);
    }
}
