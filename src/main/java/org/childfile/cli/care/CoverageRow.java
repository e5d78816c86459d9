package org.childfile.cli.care;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.kernel.Division;
import org.childfile.kernel.Divisions;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code mart.coverage}.
 *
 * @param counts by the column's name; null where they may not be seen
 * @param suppressed whether some of them are small, or small ones could be worked out with them
 */
record CoverageRow(String division, String day, Map<String, @Nullable Long> counts, boolean suppressed) {

    static final List<String> MEASURES =
            List.of("roster", "hidden", "covered", "uncovered", "silent", "overdue", "wakeups");
    static final List<String> AGES = List.of("_0_5", "_6_13", "_14_17");

    /** Digits of a district's code. */
    private static final int DISTRICT = 6;

    @Nullable
    Long count(String measure, String ages) {
        return counts.get(measure + ages);
    }

    /** What people call the division. */
    String name() {
        return division.isEmpty()
                ? "–"
                : Divisions.chongqing().find(division).map(Division::name).orElse("");
    }

    /** The districts and the city; or a district's townships and the district. */
    static List<CoverageRow> read(AskedReads reads, @Nullable String district) {
        return reads.rows(ReadQuery.of("coverage").with("division", district)).stream()
                .map(CoverageRow::of)
                .filter(row -> district != null || row.division().length() <= DISTRICT)
                .sorted(Comparator.comparing(row -> row.division().isEmpty()))
                .toList();
    }

    private static CoverageRow of(Row row) {
        Map<String, @Nullable Long> counts = new HashMap<>();
        for (String measure : MEASURES) {
            counts.put(measure, number(row, measure));
            for (String ages : AGES) {
                counts.put(measure + ages, number(row, measure + ages));
            }
        }
        return new CoverageRow(
                row.text("division"),
                row.text("day"),
                counts,
                !row.texts("suppressed").isEmpty());
    }

    private static @Nullable Long number(Row row, String column) {
        return row.textOrNull(column) == null ? null : row.number(column);
    }
}
