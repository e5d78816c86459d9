package org.childfile.linkage.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.childfile.linkage.matching.TrainingOptions.Labelled;
import org.childfile.linkage.profiling.DelimitedFormat;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/**
 * Reads pairs of rows that a person decided: a file as {@code link --pairs} writes it, UTF-8 with commas, and a column
 * {@code same} of {@code yes} or {@code no}; a line without either is not decided yet. Mistakes are problems with their lines.
 */
final class LabelledPairs {

    private static final List<String> COLUMNS = List.of("source_a", "id_a", "source_b", "id_b", "same");

    private final Path file;
    private final PeopleTable table;
    private final List<String> sources;
    private final Problems problems;
    private final List<Integer> positions = new ArrayList<>();
    private final List<Labelled> pairs = new ArrayList<>();

    private LabelledPairs(Path file, PeopleTable table, List<String> sources, Problems problems) {
        this.file = file;
        this.table = table;
        this.sources = sources;
        this.problems = problems;
    }

    /** @param sources the names of the tables' files, by the number of the source */
    static List<Labelled> read(Path file, PeopleTable table, List<String> sources, Problems problems) {
        LabelledPairs labels = new LabelledPairs(file, table, sources, problems);
        new DelimitedFormat(StandardCharsets.UTF_8, ',')
                .read(file, problems, (line, cells) -> line == 1 ? labels.header(cells) : labels.pair(line, cells));
        return labels.pairs;
    }

    private boolean header(List<String> header) {
        for (String column : COLUMNS) {
            positions.add(header.indexOf(column));
            if (!header.contains(column)) {
                problem(
                        1,
                        "no column " + column + Section.hint(column, header) + "; there are "
                                + String.join(", ", header));
            }
        }
        return !positions.contains(-1);
    }

    private boolean pair(long line, List<String> cells) {
        if (positions.stream().anyMatch(position -> position >= cells.size())) {
            problem(line, "found " + cells.size() + " cells, which is fewer than the header has");
            return true;
        }
        String same = cells.get(positions.get(4));
        if (same.isEmpty()) {
            return true;
        }
        int a = row(line, cells.get(positions.get(0)), cells.get(positions.get(1)));
        int b = row(line, cells.get(positions.get(2)), cells.get(positions.get(3)));
        if (!same.equals("yes") && !same.equals("no")) {
            problem(line, "same: found " + same + ", allowed are yes, no and nothing");
        } else if (a == b && a >= 0) {
            problem(line, "both sides are the same row");
        } else if (a >= 0 && b >= 0) {
            pairs.add(new Labelled(a, b, same.equals("yes")));
        }
        return true;
    }

    private int row(long line, String source, String id) {
        int number = sources.indexOf(source);
        int row = number < 0 ? -1 : table.row(number, id);
        if (number < 0) {
            problem(line, "no table is called " + source + "; there are " + String.join(", ", sources));
        } else if (row < 0) {
            problem(line, source + " has no row with this id");
        }
        return row;
    }

    private void problem(long line, String message) {
        problems.add(file.toString(), (int) line, message);
    }
}
