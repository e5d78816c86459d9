package org.childfile.linkage.profiling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Values of a column that are hardly what they should be.
 *
 * @param rows that hold one of them
 * @param examples at most three, the most frequent first: personal data
 */
public record Suspicion(String column, Sort sort, long rows, List<String> examples) {

    private static final int EXAMPLES = 3;
    /** A number or an address of the net that more rows hold is hardly one person's. */
    private static final int MANY = 20;

    public Suspicion {
        examples = List.copyOf(examples);
    }

    /** What is odd about them. */
    public enum Sort {
        /** Words for "not known". */
        PLACEHOLDER,
        /** Dates that programs write where none is known, such as 1900-01-01. */
        UNKNOWN_DATE,
        /** Written as a date, but no day of the calendar, or no date at all. */
        IMPOSSIBLE_DATE,
        /** Numbers whose form or check digit is wrong. */
        INVALID_ID,
        /** No telephone number. */
        INVALID_PHONE,
        /** Shared by more rows than one person has. */
        SHARED,
        /** Letters of two scripts in one value. */
        MIXED_SCRIPTS
    }

    /** All that is odd in a table, by column. */
    public static List<Suspicion> of(TableProfile table) {
        List<Suspicion> found = new ArrayList<>();
        for (ColumnProfile column : table.columns()) {
            if (!column.kind().compared()) {
                continue;
            }
            switch (column.kind()) {
                case BIRTH -> {
                    add(found, column, Sort.UNKNOWN_DATE, value -> Shapes.date(value) && Shapes.unknownDate(value));
                    add(
                            found,
                            column,
                            Sort.IMPOSSIBLE_DATE,
                            value -> !Shapes.possibleDate(value) && !(Shapes.date(value) && Shapes.unknownDate(value)));
                }
                case CITIZEN_ID -> add(found, column, Sort.INVALID_ID, value -> !Shapes.validCitizenId(value));
                case PHONE -> phones(found, column);
                case CHINESE_NAME, FULL_NAME, GIVEN_NAME, SURNAME, RELATIVE, FORMER_NAME, EMAIL, PLACE, ADDRESS -> {
                    add(found, column, Sort.PLACEHOLDER, Shapes::placeholder);
                    add(found, column, Sort.MIXED_SCRIPTS, Shapes::mixedScripts);
                }
                default ->
                    add(
                            found,
                            column,
                            Sort.PLACEHOLDER,
                            value -> !Shapes.digits(value) && value.length() > 1 && Shapes.placeholder(value));
            }
            shared(found, column);
        }
        return found;
    }

    private static void phones(List<Suspicion> found, ColumnProfile column) {
        if (column.share(Shapes::phone) > 0.5) {
            add(found, column, Sort.INVALID_PHONE, value -> !Shapes.phone(value));
        }
    }

    private static void shared(List<Suspicion> found, ColumnProfile column) {
        switch (column.kind()) {
            case CITIZEN_ID, KEY, PHONE, EMAIL -> {
                Map<String, Integer> values = column.values();
                add(found, column, Sort.SHARED, value -> values.getOrDefault(value, 0) > MANY);
            }
            default -> {
                // Names, dates and places are shared by nature.
            }
        }
    }

    private static void add(List<Suspicion> found, ColumnProfile column, Sort sort, Predicate<String> odd) {
        List<Map.Entry<String, Integer>> values = column.values().entrySet().stream()
                .filter(each -> odd.test(each.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        if (!values.isEmpty()) {
            found.add(new Suspicion(
                    column.name(),
                    sort,
                    values.stream().mapToLong(Map.Entry::getValue).sum(),
                    values.stream().limit(EXAMPLES).map(Map.Entry::getKey).toList()));
        }
    }
}
