package org.childfile.care.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.database.SqlFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts children by division; what was counted before is gone. */
public final class CoverageStore {

    private static final String PUBLISH = """
            insert into coverage.published (division, ages, day, roster, hidden, covered, uncovered, silent, overdue, wakeups)
            values (:division, :ages, :day, :roster, :hidden, :covered, :uncovered, :silent, :overdue, :wakeups)""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;
    private final int below;

    /**
     * Writes to a warehouse.
     *
     * @param below the least count that is shown to who may see no small ones
     */
    public CoverageStore(DataSource dataSource, int below) {
        this.jdbc = JdbcClient.create(dataSource);
        this.many = new NamedParameterJdbcTemplate(dataSource);
        this.below = below;
    }

    /** Counts for the day that a run stands for, and tells in how many rows. Runs in its caller's transaction. */
    public int count(LocalDate day) {
        jdbc.sql("delete from coverage.division").update();
        int rows =
                jdbc.sql(SqlFiles.read("care/coverage/count")).param("day", day).update();
        if (!publishedIn(day)) {
            publish(day);
        }
        return rows;
    }

    /** Whether the month has its table for those who are shown no small cells. */
    private boolean publishedIn(LocalDate day) {
        Optional<LocalDate> published = jdbc.sql("select max(day) from coverage.published")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
        return published.filter(last -> !last.isBefore(day.withDayOfMonth(1))).isPresent();
    }

    private void publish(LocalDate day) {
        Cells cells = new Cells(tallies());
        BitSet shown = SmallCells.published(cells, below, keptBack(cells));
        jdbc.sql("delete from coverage.published").update();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (int d = 0; d < cells.divisions(); d++) {
            for (int level = 0; level < Cells.LEVELS; level++) {
                MapSqlParameterSource row = new MapSqlParameterSource(
                                "division", cells.tally(d).division())
                        .addValue("ages", Tally.AGES.get(level))
                        .addValue("day", day);
                for (int m = 0; m < Cells.MEASURES; m++) {
                    int cell = Cells.cell(d, level, m);
                    row.addValue(Tally.MEASURES.get(m), shown.get(cell) ? cells.count(cell) : null);
                }
                rows.add(row);
            }
        }
        many.batchUpdate(PUBLISH, rows.toArray(SqlParameterSource[]::new));
    }

    private List<Tally> tallies() {
        Map<String, long[][]> counts = new HashMap<>();
        jdbc.sql("select * from coverage.division").query(row -> {
            long[][] levels =
                    counts.computeIfAbsent(row.getString("division"), code -> new long[Cells.LEVELS][Cells.MEASURES]);
            int level = Tally.AGES.indexOf(row.getString("ages"));
            for (int m = 0; m < Cells.MEASURES; m++) {
                levels[level][m] = row.getLong(Tally.MEASURES.get(m));
            }
        });
        return counts.entrySet().stream()
                .map(each -> new Tally(each.getKey(), each.getValue()))
                .toList();
    }

    /** The cells that the table of the month before did not show. */
    private BitSet keptBack(Cells cells) {
        Map<String, Integer> places = new HashMap<>();
        for (int d = 0; d < cells.divisions(); d++) {
            places.put(cells.tally(d).division(), d);
        }
        BitSet kept = new BitSet();
        jdbc.sql("select * from coverage.published").query(row -> {
            Integer division = places.get(row.getString("division"));
            int level = Tally.AGES.indexOf(row.getString("ages"));
            for (int m = 0; division != null && m < Cells.MEASURES; m++) {
                if (number(row, Tally.MEASURES.get(m)) == null) {
                    kept.set(Cells.cell(division, level, m));
                }
            }
        });
        return kept;
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
