package org.childfile.linkage.profiling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childfile.linkage.comparison.Cleaner;
import org.childfile.linkage.comparison.Cleaners;
import org.childfile.linkage.comparison.Derivation;
import org.childfile.linkage.comparison.Derivations;

/** What rules of blocking can be made of, and how often two rows share a key of it. */
final class BlockingTerms {

    private final ModelFields fields;
    private final List<String> keys = new ArrayList<>();
    private final List<Term> core = new ArrayList<>();
    private final List<Term> loose = new ArrayList<>();

    /** What a field speaks of; two that speak of the same are not independent. */
    private enum Theme {
        NAME,
        BIRTH,
        STREET,
        AREA,
        CONTACT,
        FAMILY
    }

    /**
     * A part of a rule.
     *
     * @param written as a model writes it
     * @param sharing the chance that two rows share a key
     */
    record Term(String written, Enum<?> theme, double sharing) {

        /** Whether both are shared by the same people anyway: a family's members live in one place. */
        boolean speaksOfTheSame(Term other) {
            return theme == other.theme || (isFamily() && other.isHome()) || (isHome() && other.isFamily());
        }

        private boolean isHome() {
            return theme == Theme.STREET || theme == Theme.AREA;
        }

        /** Whether brothers and sisters share it. */
        boolean isFamily() {
            return theme == Theme.FAMILY;
        }

        /** Whether rows that share a key of this one share one of the other, too. */
        boolean implies(Term other) {
            return written.equals(other.written)
                    || other.written.startsWith(written + ":")
                    || List.of(written.split(", ")).contains(other.written)
                    || other.written.equals(written.replace(", ", "|"));
        }
    }

    BlockingTerms(ModelFields fields) {
        this.fields = fields;
        boolean families = fields.first(ColumnKind.RELATIVE) != null;
        List<ColumnKind> own = new ArrayList<>(List.of(ColumnKind.CITIZEN_ID, ColumnKind.KEY, ColumnKind.EMAIL));
        if (families) {
            add(core, Theme.FAMILY, fields.of(ColumnKind.PHONE), "");
        } else {
            own.add(ColumnKind.PHONE);
        }
        own.stream().flatMap(kind -> fields.of(kind).stream()).forEach(column -> keys.add(fields.name(column)));
        names();
        add(core, Theme.BIRTH, fields.of(ColumnKind.BIRTH), "");
        add(core, Theme.STREET, fields.of(ColumnKind.ADDRESS), "");
        fields.of(ColumnKind.RELATIVE).forEach(each -> add(core, Theme.FAMILY, List.of(each), ""));
        for (ColumnKind kind :
                List.of(ColumnKind.POSTCODE, ColumnKind.PLACE, ColumnKind.DIVISION, ColumnKind.HOUSE_NUMBER)) {
            for (ColumnProfile column : fields.of(kind)) {
                add(core, kind == ColumnKind.HOUSE_NUMBER ? Theme.STREET : Theme.AREA, List.of(column), "");
            }
        }
        add(loose, Theme.CONTACT, fields.of(ColumnKind.EMAIL), "first 4");
        add(loose, Theme.BIRTH, fields.of(ColumnKind.BIRTH), "year-month");
        add(loose, Theme.BIRTH, fields.of(ColumnKind.BIRTH), "month-day");
    }

    private void names() {
        List<ColumnProfile> chinese = new ArrayList<>(fields.of(ColumnKind.CHINESE_NAME));
        if (chinese.isEmpty()) {
            List<ColumnProfile> parts = Stream.of(ColumnKind.GIVEN_NAME, ColumnKind.SURNAME, ColumnKind.FULL_NAME)
                    .flatMap(kind -> fields.of(kind).stream())
                    .toList();
            boolean both = fields.first(ColumnKind.GIVEN_NAME) != null && fields.first(ColumnKind.SURNAME) != null;
            add(core, Theme.NAME, parts, "");
            if (both) {
                fullName(parts);
            }
            add(loose, Theme.NAME, parts, fields.of(ColumnKind.FULL_NAME).isEmpty() ? "first 3" : "sorted-words");
        } else {
            chinese.addAll(fields.of(ColumnKind.FORMER_NAME));
            add(core, Theme.NAME, chinese, "");
            add(loose, Theme.NAME, chinese, "fuzzy-pinyin");
        }
    }

    /** Both parts of a name, as one term of two fields that a rule writes one after the other. */
    private void fullName(List<ColumnProfile> parts) {
        double sharing = 1;
        for (ColumnProfile part : parts) {
            sharing *= sharing(List.of(part), "");
        }
        core.add(new Term(parts.stream().map(fields::name).collect(Collectors.joining(", ")), Theme.NAME, sharing));
    }

    private void add(List<Term> into, Theme theme, List<ColumnProfile> columns, String derivation) {
        if (!columns.isEmpty()) {
            String names = columns.stream().map(fields::name).collect(Collectors.joining("|"));
            into.add(new Term(
                    derivation.isEmpty() ? names : names + ":" + derivation, theme, sharing(columns, derivation)));
        }
    }

    /** The chance that two rows share a key of any of the columns. */
    private static double sharing(List<ColumnProfile> columns, String derivation) {
        Map<String, Double> counts = new HashMap<>();
        double rows = 1;
        for (ColumnProfile column : columns) {
            Cleaner cleaner = Cleaners.find(ModelFields.cleaner(column)).orElseThrow();
            Derivation derived = Derivations.find(derivation.isEmpty() ? "itself" : derivation)
                    .orElseThrow();
            rows = Math.max(rows, (double) column.rows());
            column.values().forEach((value, count) -> {
                String clean = cleaner.clean(value);
                if (clean != null) {
                    derived.of(clean).forEach(key -> counts.merge(key, (double) count, Double::sum));
                }
            });
        }
        double sum = 0;
        for (double count : counts.values()) {
            sum += count * (count - 1);
        }
        return Math.max(sum, 1) / (rows * rows);
    }

    List<String> keys() {
        return keys;
    }

    List<Term> core() {
        return core;
    }

    List<Term> loose() {
        return loose;
    }

    List<Term> all() {
        return Stream.concat(loose.stream(), core.stream()).toList();
    }
}
