package org.childfile.cli.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.childfile.cli.terminal.Messages;

/** What departments were asked because of corrections, for the command line. */
final class RequestRows {

    private final Messages messages;
    private final Connection connection;

    RequestRows(Messages messages, Connection connection) {
        this.messages = messages;
        this.connection = connection;
    }

    /**
     * One request.
     *
     * @param state in words: how it stands, and of what ended by itself how
     */
    record Row(
            String id,
            String department,
            String state,
            String deadline,
            String sent,
            String receipt,
            String attention) {}

    /** The requests of a correction, department by department. */
    List<Row> of(long correction) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select request_id, department, state, outcome, deadline::text, to_char(sent_at, 'YYYY-MM-DD HH24:MI'), receipt,
                       attention
                from ops.correction_request where correction_id = ? order by day, department, request_id""")) {
            select.setLong(1, correction);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getString(1),
                            row.getString(2),
                            state(row.getString(3), row.getString(4)),
                            row.getString(5),
                            shown(row.getString(6)),
                            shown(row.getString(7)),
                            shown(row.getString(8))));
                }
            }
        }
        return rows;
    }

    /** The same in one cell: {@code education: received}. */
    String cell(long correction) throws SQLException {
        String cell = of(correction).stream()
                .map(row -> row.department() + ": " + row.state())
                .collect(Collectors.joining("; "));
        return cell.isEmpty() ? "–" : cell;
    }

    private String state(String state, @org.jspecify.annotations.Nullable String outcome) {
        String word = outcome == null || outcome.equals("department") ? state : outcome;
        return messages.text("request.state." + word.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String shown(@org.jspecify.annotations.Nullable String text) {
        return Objects.requireNonNullElse(text, "–");
    }
}
