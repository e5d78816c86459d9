package org.childfile.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.childfile.database.SqlFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@link OpsFigures}. */
final class OpsFiguresStore {

    private final JdbcClient jdbc;

    OpsFiguresStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    OpsFigures read() {
        Map<String, Map<String, Double>> pulls = new HashMap<>();
        jdbc.sql("select feed, state, count(*) from landing.pull group by feed, state")
                .query(row -> {
                    pulls.computeIfAbsent(row.getString(1), feed -> new HashMap<>())
                            .put(row.getString(2), row.getDouble(3));
                });
        Map<String, OpsFigures.Feed> feeds = new HashMap<>();
        jdbc.sql("""
                        select p.feed, p.state, extract(epoch from p.last_good),
                               (select count(*) from landing.quarantine q where q.feed = p.feed and q.resolved is null)
                        from (select distinct on (feed) * from ops.pull order by feed, stream is not null, pull_id desc) p""").query(row -> {
            feeds.put(row.getString(1), new OpsFigures.Feed(row.getString(2), number(row, 3), number(row, 4)));
        });
        OpsFigures.Duties duties = jdbc.sql(SqlFiles.read("jobs/duties"))
                .query((row, line) -> new OpsFigures.Duties(
                        number(row, 1), number(row, 2), number(row, 3), number(row, 4), number(row, 5)))
                .single();
        return jdbc.sql("""
                        select r.state, extract(epoch from r.ended), (select count(*) from linkage.review_pair)
                        from (select) one
                        left join lateral (
                            select state, ended from ops.run where kind = 'nightly' order by started desc limit 1) r on true""")
                .query((row, number) ->
                        new OpsFigures(row.getString(1), number(row, 2), number(row, 3), pulls, feeds, duties))
                .single();
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
