package org.childfile.files.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeCatalogue.Attribute;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.kernel.Resources;
import org.childfile.linkage.comparison.Relation;
import org.childfile.linkage.comparison.Relations;

/**
 * Two persons, attribute by attribute, as a reviewer looks at them.
 *
 * @param rows in the order of the catalogue; attributes that neither has are left out
 */
public record SideBySide(List<Row> rows) {

    /** The relations in which two values of a kind may be one value, mistaken. */
    private static final Map<String, List<Relation<?>>> NEAR = Map.of(
            "",
            List.of(),
            "names",
            all(
                    "same-pinyin",
                    "fuzzy-pinyin",
                    "wildcard",
                    "similar-shape",
                    "same-traditional",
                    "same-given",
                    "milk-name"),
            "dates",
            all("day-month-swapped", "one-digit-or-swap", "one-part", "first-of-january", "lunar"),
            "numbers",
            all("near"),
            "divisions",
            all("same-township", "same-district"));

    /** What tells a person from another, with the relations in which its values are near. */
    private static final Map<String, List<Relation<?>>> TELLING = telling();

    /** How two values compare. */
    public enum Mark {
        SAME,
        NEAR,
        DIFFERENT,
        /** One of them is missing. */
        UNKNOWN
    }

    /**
     * One attribute.
     *
     * @param left the values of the first person, that of the record in question first; none where it is not known
     * @param doubtful whether a value of the record in question is no evidence: an id number with a wrong check, say
     */
    public record Row(Attribute attribute, List<String> left, Mark mark, List<String> right, boolean doubtful) {
        public Row {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    public SideBySide {
        rows = List.copyOf(rows);
    }

    /** Compares two persons, each given as its records, that in question first. */
    static SideBySide of(Population population, List<SourceRecord> left, List<SourceRecord> right) {
        AttributeCatalogue catalogue = AttributeCatalogue.of(population);
        List<Row> rows = new ArrayList<>();
        for (String name : catalogue.names()) {
            List<String> mine = values(name, left);
            List<String> theirs = values(name, right);
            if (TELLING.containsKey(name) && !(mine.isEmpty() && theirs.isEmpty())) {
                boolean doubtful = left.getFirst().doubts().containsKey(name)
                        || right.getFirst().doubts().containsKey(name);
                rows.add(new Row(catalogue.find(name).orElseThrow(), mine, mark(name, mine, theirs), theirs, doubtful));
            }
        }
        return new SideBySide(rows);
    }

    private static List<String> values(String attribute, List<SourceRecord> records) {
        Set<String> values = new LinkedHashSet<>();
        for (SourceRecord record : records) {
            String text = record.text(attribute);
            if (text != null) {
                values.add(text);
            }
        }
        return values.stream().limit(3).collect(Collectors.toList());
    }

    private static Mark mark(String attribute, List<String> left, List<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Mark.UNKNOWN;
        }
        String one = left.getFirst();
        String other = right.getFirst();
        if (one.equals(other)) {
            return Mark.SAME;
        }
        boolean near = left.stream().anyMatch(right::contains)
                || TELLING.getOrDefault(attribute, List.of()).stream()
                        .anyMatch(relation -> holds(relation, one, other));
        return near ? Mark.NEAR : Mark.DIFFERENT;
    }

    private static Map<String, List<Relation<?>>> telling() {
        Map<String, List<Relation<?>>> telling = new HashMap<>();
        for (String line : Resources.lines(SideBySide.class, "side-by-side.csv")) {
            int comma = line.indexOf(',');
            telling.put(line.substring(0, comma), Objects.requireNonNull(NEAR.get(line.substring(comma + 1))));
        }
        return telling;
    }

    private static <F> boolean holds(Relation<F> relation, String one, String other) {
        return relation.holds(relation.feature(one), relation.feature(other));
    }

    private static List<Relation<?>> all(String... written) {
        List<Relation<?>> relations = new ArrayList<>();
        for (String each : written) {
            relations.add(Relations.find(each).orElseThrow());
        }
        return List.copyOf(relations);
    }
}
