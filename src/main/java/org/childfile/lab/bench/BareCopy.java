package org.childfile.lab.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The rate at which the same rows go into a table of text columns by COPY and nothing else. */
record BareCopy(long rows, double seconds) {

    private static final String ROWS =
            "select pull_id, seq, place, key, hash, updated, deletion, content from landing.record";

    static BareCopy measure(Connection connection) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copy.copyOut("copy (" + ROWS + " order by pull_id, seq limit 300000) to stdout (format binary)", rows);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table bare_copy as " + ROWS + " limit 0");
        }
        long began = System.nanoTime();
        long written = copy.copyIn(
                "copy bare_copy from stdin (format binary)", new java.io.ByteArrayInputStream(rows.toByteArray()));
        return new BareCopy(written, (System.nanoTime() - began) / 1e9);
    }

    /** The rows that the first night landed. */
    static long landed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select count(*) from landing.record join landing.pull using (pull_id)
                        where run_id = (select run_id from ops.run order by day limit 1)""")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
