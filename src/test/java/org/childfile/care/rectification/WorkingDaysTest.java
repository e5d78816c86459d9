package org.childfile.care.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingDaysTest {

    private final Problems problems = new Problems();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void weekendsAndHolidaysDoNotCountAndWorkedWeekendsDo() {
        WorkingDays days = WorkingDays.read(Path.of("mappings"), problems);

        assertThat(problems.all()).isEmpty();
        assertThat(after(days, "2026-11-27", 1)).isEqualTo("2026-11-30");
        assertThat(after(days, "2026-11-29", 15)).isEqualTo("2026-12-18");
        assertThat(after(days, "2026-09-30", 1)).isEqualTo("2026-10-08");
        assertThat(after(days, "2026-10-08", 2)).isEqualTo("2026-10-10");
        assertThat(after(days, "2026-02-13", 2)).isEqualTo("2026-02-24");
    }

    @Test
    void withoutTheFileMondayToFridayCountsAndADayThatIsNoneIsAMistake() throws IOException {
        assertThat(after(WorkingDays.read(directory, problems), "2026-09-30", 1))
                .isEqualTo("2026-10-01");
        Path file = directory.resolve("holidays.yaml");
        Files.writeString(file, "version: 1\noff: [2026-10-1]\n");
        WorkingDays.read(directory, problems);

        assertThat(problems.all().stream().map(Problem::toString))
                .containsExactly(file + ":2: off: found 2026-10-1, expected a day such as 2026-10-01");
    }

    private static String after(WorkingDays days, String day, int number) {
        return days.after(LocalDate.parse(day), number).toString();
    }
}
