package org.childfile.files.digitalfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Until when the result of a check stands. */
class CheckTest {

    private final Random random = new Random(7);

    @Test
    void betweenTwoTurnsACheckGivesOneResult() {
        for (int i = 0; i < 2000; i++) {
            Check check = check();
            LocalDate date = LocalDate.of(2020, 2, 29).plusDays(random.nextInt(2500) - 1200);
            LocalDate day = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1500));
            LocalDate turns = check.turns(date, day).orElse(day.plusDays(4000));
            assertThat(turns).as("%s of %s", check, date).isAfter(day);
            for (LocalDate other = day; other.isBefore(turns); other = other.plusDays(1)) {
                assertThat(check.passes(date, other))
                        .as("%s of %s on %s and %s", check, date, day, other)
                        .isEqualTo(check.passes(date, day));
            }
        }
    }

    @Test
    void whatIsNoDateNeverTurnsAndATermBeyondTheCalendarIsNone() {
        LocalDate day = LocalDate.of(2026, 11, 21);
        for (Check check : List.of(new Check.Years(3, 5), new Check.Days(3, 5), Check.Count.PRESENT)) {
            assertThat(check.turns("2026-11-20", day)).isEmpty();
        }
        assertThat(new Check.Days(1, 2).turns(LocalDate.MAX, day)).isEmpty();
        assertThat(new Check.Days(1, 2).turns(LocalDate.MIN, day)).isEmpty();
        assertThat(new Check.Years(1, Integer.MAX_VALUE).turns(day, day))
                .isEqualTo(Optional.of(day.plusYears(1).plusDays(1)));
    }

    private Check check() {
        int least = random.nextInt(4);
        int most = least + random.nextInt(3);
        return switch (random.nextInt(6)) {
            case 0 -> new Check.Years(least, Integer.MAX_VALUE);
            case 1 -> new Check.Years(0, most);
            case 2 -> new Check.Years(least, most);
            case 3 -> new Check.Days(100 * least, Integer.MAX_VALUE);
            case 4 -> new Check.Days(Integer.MIN_VALUE, 100 * most);
            default -> new Check.Days(100 * least, 100 * most);
        };
    }
}
