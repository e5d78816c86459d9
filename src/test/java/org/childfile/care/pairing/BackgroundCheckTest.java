package org.childfile.care.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import org.childfile.care.pairing.BackgroundCheck.Required;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundCheckTest {

    private final Problems problems = new Problems();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theRuleIsDataAndAFileWithoutItAsksForTheUsual() throws IOException {
        assertThat(read("background-check: {required: always, every: 18 months}"))
                .isEqualTo(new BackgroundCheck(Required.ALWAYS, Period.ofMonths(18)));
        assertThat(read("other: {}")).isEqualTo(new BackgroundCheck(Required.WHEN_CARRIED, Period.ofYears(1)));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void aMistakeIsToldWithItsLineAndWhatIsAllowed() throws IOException {
        read("background-check:\n  required: sometimes\n  every: a year");

        assertThat(problems.all().stream().map(Problem::toString))
                .containsExactly(
                        directory.resolve("pairing.yaml")
                                + ":2: required: found sometimes, allowed are always, never, when-carried",
                        directory.resolve("pairing.yaml")
                                + ":3: every: found a year, allowed is a number of days, months or years, such as 1 year");
    }

    private BackgroundCheck read(String text) throws IOException {
        Path file = directory.resolve("pairing.yaml");
        Files.writeString(file, text);
        return BackgroundCheck.read(Section.read(file, problems));
    }
}
