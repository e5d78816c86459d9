package org.childfile.files.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeCatalogue.Attribute;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.linkage.comparison.Relation;
import org.childfile.linkage.comparison.Relations;

/**
 * Two persons, attribute by attribute, as a reviewer looks at them.
 *
 * @param rows in the order of the catalogue; attributes that neither has are left out
 */
public record SideBySide(List<Row> rows) {

    /** What tells a person from another. What follows from it, or changes every year, does not. */
    private static final Set<String> TELLING = Set.of(
            "name",
            "former_name",
            "sex",
            "birth_date",
            "id_number",
            "birth_certificate",
            "ethnic_group",
            "registered_division",
            "registered_address",
            "residence_division",
            "residence_address",
            "insurance_division",
            "division",
            "address",
            "phone",
            "guardian_name",
            "guardian_id_number",
            "guardian_phone",
            "father_name",
            "father_id_number",
            "mother_name",
            "mother_id_number",
            "mother_phone",
            "carer_name",
            "carer_phone",
            "household_head",
            "school_name",
            "grade",
            "organisation",
            "post");

    private static final List<Relation<?>> NEAR_NAMES = all(
            "same-pinyin", "fuzzy-pinyin", "wildcard", "similar-shape", "same-traditional", "same-given", "milk-name");
    private static final List<Relation<?>> NEAR_DATES =
            all("day-month-swapped", "one-digit-or-swap", "one-part", "first-of-january", "lunar");
    private static final List<Relation<?>> NEAR_NUMBERS = all("near");
    private static final List<Relation<?>> NEAR_DIVISIONS = all("same-township", "same-district");

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
            if (TELLING.contains(name) && !(mine.isEmpty() && theirs.isEmpty())) {
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
                || relations(attribute).stream().anyMatch(relation -> holds(relation, one, other));
        return near ? Mark.NEAR : Mark.DIFFERENT;
    }

    /** The relations in which two values of an attribute may be one value, mistaken. */
    private static List<Relation<?>> relations(String attribute) {
        return switch (attribute) {
            case "name", "former_name", "guardian_name", "father_name", "mother_name", "carer_name" -> NEAR_NAMES;
            case "birth_date" -> NEAR_DATES;
            case "id_number", "phone", "guardian_phone", "mother_phone", "carer_phone" -> NEAR_NUMBERS;
            default -> attribute.endsWith("division") ? NEAR_DIVISIONS : List.of();
        };
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
