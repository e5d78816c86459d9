package org.childfile.linkage.profiling;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What one column holds.
 *
 * @param values how many rows hold each value; at most {@link #MOST_VALUES} of them, the first met
 * @param others rows whose value was new when so many were known already
 * @param shortest length of the shortest value, in characters; 0 where there is none
 */
public record ColumnProfile(
        String name,
        ColumnKind kind,
        long rows,
        long filled,
        Map<String, Integer> values,
        long others,
        int shortest,
        int longest) {

    static final int MOST_VALUES = 200_000;

    public ColumnProfile {
        values = Map.copyOf(values);
    }

    /** A value and how many rows hold it. */
    public record Top(String value, int rows) {}

    /** How many rows have any value, as a share; 0 where there are no rows. */
    public double fillRate() {
        return rows == 0 ? 0 : (double) filled / rows;
    }

    /** Different values; where there are too many to count, at least so many. */
    public long distinct() {
        return values.size();
    }

    /** Whether there are more different values than were counted. */
    public boolean uncounted() {
        return others > 0;
    }

    /** The most frequent values, most frequent first. */
    public List<Top> top(int most) {
        return values.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(most)
                .map(each -> new Top(each.getKey(), each.getValue()))
                .toList();
    }

    /** The share of filled rows, of those counted, whose value is so; 0 where there are none. */
    double share(Predicate<String> so) {
        long all = 0;
        long held = 0;
        for (Map.Entry<String, Integer> each : values.entrySet()) {
            all += each.getValue();
            held += so.test(each.getKey()) ? each.getValue() : 0;
        }
        return all == 0 ? 0 : (double) held / all;
    }

    /** Whether no two rows share a value and every row has one. */
    boolean unique() {
        return rows > 0 && filled == rows && others + values.size() == rows && (others > 0 || distinct() == rows);
    }

    ColumnProfile as(ColumnKind guessed) {
        return new ColumnProfile(name, guessed, rows, filled, values, others, shortest, longest);
    }
}
