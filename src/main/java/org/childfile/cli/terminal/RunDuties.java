package org.childfile.cli.terminal;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.childfile.database.SqlFiles;

/** What the report of a run tells of that the law asks for: requests to departments, background checks, the yearly report. */
final class RunDuties {

    private final Connection connection;
    private final PrintStream out;
    private final Messages messages;

    RunDuties(Connection connection, PrintStream out, Messages messages) {
        this.connection = connection;
        this.out = out;
        this.messages = messages;
    }

    /** A line each; nothing where there is nothing to tell. */
    void print(String run) throws SQLException {
        requests();
        checks();
        pack(run);
    }

    /** What departments are asked to correct; nothing where that is nothing. */
    private void requests() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select count(*), count(*) filter (where state = 'confirmed'),
                       count(*) filter (where state in ('sent', 'received', 'in_hand', 'asked_back')),
                       count(*) filter (where state = 'done'), count(*) filter (where state = 'refused'),
                       count(*) filter (where state = 'overdue'), count(*) filter (where attention is not null)
                from ops.correction_request""")) {
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getLong(1) > 0) {
                    out.println(messages.text(
                            "report.requests",
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7)));
                }
            }
        }
    }

    /** Caring mothers who cannot be paired anew before they are checked; nothing where there are none. */
    private void checks() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select count(*) filter (where state = 'lapsed'), count(*) filter (where state = 'missing'),
                       count(*) filter (where paired > 0)
                from mart.volunteer_check where state in ('lapsed', 'missing') and in_post""")) {
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getLong(1) + row.getLong(2) > 0) {
                    out.println(messages.text("report.checks", row.getLong(1), row.getLong(2), row.getLong(3)));
                }
            }
        }
    }

    /** From the middle of January on, as long as the report of the year before is not made; nothing at other times. */
    private void pack(String run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SqlFiles.read("cli/access/pack-due"))) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    out.println(messages.text(
                            row.getBoolean("late") ? "report.pack.late" : "report.pack",
                            row.getString("year"),
                            row.getString("due")));
                }
            }
        }
    }
}
