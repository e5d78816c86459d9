package org.childfile.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.childfile.mapping.AttributeCatalogue;
import org.childfile.mapping.AttributeCatalogue.Attribute;
import org.childfile.mapping.Population;
import org.childfile.mapping.SourceRecord;

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
    static SideBySide of(Population population, LocalDate day, List<SourceRecord> left, List<SourceRecord> right) {
        AttributeCatalogue catalogue = AttributeCatalogue.of(population);
        LinkRecordReader reader = new LinkRecordReader(population, day);
        LinkRecord one = reader.read(left.getFirst());
        LinkRecord other = reader.read(right.getFirst());
        List<Row> rows = new ArrayList<>();
        for (String name : catalogue.names()) {
            List<String> mine = values(name, left);
            List<String> theirs = values(name, right);
            if (TELLING.contains(name) && !(mine.isEmpty() && theirs.isEmpty())) {
                boolean doubtful = left.getFirst().doubts().containsKey(name)
                        || right.getFirst().doubts().containsKey(name);
                rows.add(new Row(
                        catalogue.find(name).orElseThrow(),
                        mine,
                        mark(name, mine, theirs, one, other),
                        theirs,
                        doubtful));
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

    private static Mark mark(
            String attribute, List<String> left, List<String> right, LinkRecord one, LinkRecord other) {
        if (left.isEmpty() || right.isEmpty()) {
            return Mark.UNKNOWN;
        }
        if (left.getFirst().equals(right.getFirst())) {
            return Mark.SAME;
        }
        boolean near = left.stream().anyMatch(right::contains)
                || switch (attribute) {
                    case "name" ->
                        switch (NameAgreement.of(one, other)) {
                            case EXACT, SAME_PINYIN, FORMER_NAME, LOST_CHARACTER, FUZZY_PINYIN, OTHER_SURNAME -> true;
                            case ONE_CHARACTER, UNKNOWN, DIFFERENT -> false;
                        };
                    case "birth_date" -> BirthAgreement.of(one.birth(), other.birth()) == BirthAgreement.ONE_MISTAKE;
                    case "id_number" -> PairScore.near(left.getFirst(), right.getFirst());
                    default -> attribute.endsWith("division") && sameTownship(left.getFirst(), right.getFirst());
                };
        return near ? Mark.NEAR : Mark.DIFFERENT;
    }

    private static boolean sameTownship(String one, String other) {
        int level = one.length() >= 9 && other.length() >= 9 ? 9 : 6;
        return one.length() >= level && other.length() >= level && one.regionMatches(0, other, 0, level);
    }
}
