package org.childfile.linkage.profiling;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.childfile.settings.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds.
 *
 * @param rows without those whose number of cells is not that of the header
 * @param ragged the lines of those rows; at most {@link #MOST_RAGGED}
 * @param raggedRows how many of them there are
 */
public record TableProfile(String file, List<ColumnProfile> columns, long rows, List<Long> ragged, long raggedRows) {

    static final int MOST_RAGGED = 5;
    private static final int TELL_EVERY = 50_000;

    public TableProfile {
        columns = List.copyOf(columns);
        ragged = List.copyOf(ragged);
    }

    /**
     * Reads a table.
     *
     * @param id the column that names the row; null for the first
     * @return null where there were problems
     */
    public static @Nullable TableProfile read(
            Path file, DelimitedFormat csv, @Nullable String id, Problems problems, LongConsumer progress) {
        Reading reading = new Reading(progress);
        csv.read(file, problems, reading);
        if (!problems.isEmpty()) {
            return null;
        }
        if (id != null && !reading.names.contains(id)) {
            problems.add(file.toString(), 1, "no column " + id + "; there are " + String.join(", ", reading.names));
            return null;
        }
        List<ColumnProfile> columns = new ArrayList<>();
        for (Counting each : reading.columns) {
            columns.add(each.profile(reading.rows));
        }
        String own = id == null ? reading.names.getFirst() : id;
        return new TableProfile(
                file.toString(),
                new KindGuess(columns, own).guessed(),
                reading.rows,
                reading.ragged,
                reading.raggedRows);
    }

    /** Counts while the file is read. */
    private static final class Reading implements DelimitedFormat.Lines {
        private final LongConsumer progress;
        private final List<String> names = new ArrayList<>();
        private final List<Counting> columns = new ArrayList<>();
        private final List<Long> ragged = new ArrayList<>();
        private long raggedRows;
        private long rows;

        Reading(LongConsumer progress) {
            this.progress = progress;
        }

        @Override
        public boolean line(long number, List<String> cells) {
            if (names.isEmpty()) {
                names.addAll(cells);
                cells.forEach(name -> columns.add(new Counting(name)));
            } else if (cells.size() != names.size()) {
                raggedRows++;
                if (ragged.size() < MOST_RAGGED) {
                    ragged.add(number);
                }
            } else {
                for (int i = 0; i < cells.size(); i++) {
                    columns.get(i).count(cells.get(i));
                }
                if (++rows % TELL_EVERY == 0) {
                    progress.accept(rows);
                }
            }
            return true;
        }
    }

    /** Counts the values of one column. */
    private static final class Counting {
        private final String name;
        private final Map<String, int[]> values = new HashMap<>();
        private long filled;
        private long others;
        private int shortest = Integer.MAX_VALUE;
        private int longest;

        Counting(String name) {
            this.name = Objects.requireNonNull(name);
        }

        void count(String cell) {
            if (cell.isEmpty()) {
                return;
            }
            filled++;
            int length = cell.codePointCount(0, cell.length());
            shortest = Math.min(shortest, length);
            longest = Math.max(longest, length);
            int[] known = values.get(cell);
            if (known != null) {
                known[0]++;
            } else if (values.size() < ColumnProfile.MOST_VALUES) {
                values.put(cell, new int[] {1});
            } else {
                others++;
            }
        }

        ColumnProfile profile(long rows) {
            Map<String, Integer> counts = new HashMap<>();
            values.forEach((value, count) -> counts.put(value, count[0]));
            return new ColumnProfile(
                    name, ColumnKind.TEXT, rows, filled, counts, others, filled == 0 ? 0 : shortest, longest);
        }
    }
}
