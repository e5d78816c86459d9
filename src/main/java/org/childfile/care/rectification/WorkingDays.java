package org.childfile.care.rectification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/**
 * The days on which offices work: Monday to Friday, but for holidays, and the days that are worked for them.
 *
 * @param off holidays
 * @param on Saturdays and Sundays that are worked
 */
public record WorkingDays(Set<LocalDate> off, Set<LocalDate> on) {

    private static final int VERSION = 1;

    public WorkingDays {
        off = Set.copyOf(off);
        on = Set.copyOf(on);
    }

    /** Reads {@code holidays.yaml} of a directory; without that file every Monday to Friday is worked. */
    public static WorkingDays read(Path directory, Problems problems) {
        Path file = directory.resolve("holidays.yaml");
        if (!Files.exists(file)) {
            return new WorkingDays(Set.of(), Set.of());
        }
        Section root = Section.read(file, problems);
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        WorkingDays days = new WorkingDays(days(root, "off"), days(root, "worked"));
        root.done();
        return days;
    }

    private static Set<LocalDate> days(Section root, String key) {
        Set<LocalDate> days = new HashSet<>();
        for (String text : root.texts(key)) {
            try {
                days.add(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                root.problem(key, "found " + text + ", expected a day such as 2026-10-01");
            }
        }
        return days;
    }

    boolean works(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? on.contains(day) : !off.contains(day);
    }

    /** The last of so many working days after a day. */
    public LocalDate after(LocalDate day, int number) {
        LocalDate last = day;
        for (int left = number; left > 0; ) {
            last = last.plusDays(1);
            left -= works(last) ? 1 : 0;
        }
        return last;
    }
}
