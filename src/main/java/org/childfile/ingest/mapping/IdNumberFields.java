package org.childfile.ingest.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.childfile.kernel.CitizenIdReading.Fault;

/**
 * Which fields of a feed hold id numbers that went through a spreadsheet. Such a number ends in 000, and one in eleven passes
 * its check character all the same; but so ends, too, one in a thousand of those that nobody touched. So a number that ends in
 * 000 is taken for sound until its field is known to hold eaten ones: one that fails its check or stands as a quantity, or
 * more that end in 000 than chance brings.
 *
 * <p>One feed's; not for several threads.
 */
final class IdNumberFields {

    private static final String ROUND = "000";
    /** Of honest numbers a tenth of one percent end in 000; from ten times as many on, and two at least, it is no chance. */
    private static final int LEAST_ROUND = 2;

    private static final int ONE_IN = 100;

    private final Set<String> eaten;
    private final Map<String, int[]> counts = new HashMap<>();
    private boolean settled;

    /** @param eaten the fields that are known to hold eaten numbers */
    IdNumberFields(Set<String> eaten) {
        this.eaten = new TreeSet<>(eaten);
    }

    /** What a text of a field that was read as an id number is, as far as the field is known by now. */
    Reading judged(String field, Reading reading) {
        return reading instanceof Reading.Sound(Object number) && round(number) && eaten.contains(field)
                ? new Reading.Doubtful(number, Fault.EATEN_BY_SPREADSHEET.name())
                : reading;
    }

    /** Whether a reading can turn out otherwise once more of its field is known. */
    boolean open(String field, Reading reading) {
        return reading instanceof Reading.Sound(Object number) && round(number) && !eaten.contains(field);
    }

    /** Takes note of what stands in a field; nothing more once the fields are settled. */
    void note(String field, Reading reading) {
        if (settled) {
            return;
        }
        int[] count = counts.computeIfAbsent(field, first -> new int[2]);
        count[0]++;
        if (reading instanceof Reading.Sound(Object number) && round(number)) {
            count[1]++;
        } else if (reading instanceof Reading.Doubtful doubtful
                && doubtful.doubt().equals(Fault.EATEN_BY_SPREADSHEET.name())) {
            eaten.add(field);
        }
    }

    /** Settles by all that was noted which fields hold eaten numbers. */
    void settle() {
        counts.forEach((field, count) -> {
            if (count[1] >= LEAST_ROUND && count[1] * ONE_IN > count[0]) {
                eaten.add(field);
            }
        });
        settled = true;
    }

    /** The fields known to hold eaten numbers. */
    Set<String> eaten() {
        return Set.copyOf(eaten);
    }

    private static boolean round(Object number) {
        return number instanceof String text && text.length() == 18 && text.endsWith(ROUND);
    }
}
