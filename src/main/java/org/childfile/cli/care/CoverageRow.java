package org.childfile.cli.care;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    @Nullable
    Long count(String measure, String ages) {
        return counts.get(measure + ages);
    }

    /** The same with 0 for what may not be seen. */
    long number(String measure) {
        Long count = counts.get(measure);
        return count == null ? 0 : count;
    }

    /** What people call the division. */
    String name() {
        return division.isEmpty()
                ? "–"
                : Divisions.chongqing().find(division).map(Division::name).orElse("");
    }

    /** The city and its districts; or a district and its townships. */
    static List<CoverageRow> read(Connection connection, @Nullable String district) throws SQLException {
        List<CoverageRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select * from mart.coverage c
                where case when ? then length(c.division) <= 6 else starts_with(c.division, ?) end
                order by c.division = '', c.division""")) {
            select.setBoolean(1, district == null);
            select.setString(2, district);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
        }
        return rows;
    }

    private static CoverageRow read(ResultSet row) throws SQLException {
        Map<String, @Nullable Long> counts = new HashMap<>();
        for (String measure : MEASURES) {
            counts.put(measure, number(row, measure));
            for (String ages : AGES) {
                counts.put(measure + ages, number(row, measure + ages));
            }
        }
        boolean suppressed = ((Object[]) row.getArray("suppressed").getArray()).length > 0;
        return new CoverageRow(row.getString("division"), row.getString("day"), counts, suppressed);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
