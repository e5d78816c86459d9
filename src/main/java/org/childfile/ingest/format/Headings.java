package org.childfile.ingest.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.PullFailed;

/**
 * The headings of a table, in order; a column without a heading has an empty one.
 *
 * @param named how many columns there are up to the last one with a heading
 */
record Headings(List<String> columns, int named) {

    /** What a row is, compared with the headings. */
    enum Row {
        /** Anything else. */
        DATA,
        /** The same headings again: two exports put together, or a page's head. */
        REPEATED,
        /** Headings, but not these: what follows stands under other columns. */
        OTHER
    }

    Headings {
        columns = List.copyOf(columns);
    }

    static Headings of(List<String> cells) {
        List<String> columns = cells.stream().map(Headings::clean).toList();
        return new Headings(columns, lastNamed(columns));
    }

    /** The name as a person reads it: without blanks around, and without byte-order marks. */
    private static String clean(String cell) {
        return cell.replace("\uFEFF", "").strip();
    }

    private static int lastNamed(List<String> columns) {
        int last = columns.size();
        while (last > 0 && columns.get(last - 1).isEmpty()) {
            last--;
        }
        return last;
    }

    /** Each heading's position from 0; of a repeated one, which then is in no contract, the first. */
    Map<String, Integer> positions() {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (int i = 0; i < named; i++) {
            if (!columns.get(i).isEmpty()) {
                positions.putIfAbsent(columns.get(i), i);
            }
        }
        return positions;
    }

    List<String> names() {
        return columns.stream().filter(name -> !name.isEmpty()).toList();
    }

    /** Refuses a table in which a field of the contract has two columns: nobody can tell which one counts. */
    void refuseDoubled(Connector.Contract contract) {
        Map<String, Integer> first = new LinkedHashMap<>();
        List<String> doubled = new ArrayList<>();
        for (int i = 0; i < named; i++) {
            Integer before = first.putIfAbsent(columns.get(i), i);
            if (before != null && contract.knows(columns.get(i))) {
                doubled.add(columns.get(i) + " in " + place(before) + " and " + place(i));
            }
        }
        if (!doubled.isEmpty()) {
            throw new PullFailed(
                    PullFailed.Reason.DOUBLED_COLUMN,
                    "columns stand twice: " + String.join(", ", doubled) + "; which one counts cannot be told");
        }
    }

    Row row(List<String> cells, List<String> key, Connector.Contract contract) {
        Headings other = of(cells);
        if (!other.columns.containsAll(key)) {
            return Row.DATA;
        }
        if (other.columns.subList(0, other.named).equals(columns.subList(0, named))) {
            return Row.REPEATED;
        }
        Set<String> known = new HashSet<>(columns);
        long headings = other.names().stream()
                .filter(name -> known.contains(name) || contract.knows(name))
                .count();
        return headings * 2 > other.names().size() && (headings > 1 || named == 1) ? Row.OTHER : Row.DATA;
    }

    /** A column as a person finds it: by number, and by the letters of spreadsheets. */
    static String place(int column) {
        return "column " + (column + 1) + " (" + letters(column) + ")";
    }

    /** A, B, … Z, AA, …. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
