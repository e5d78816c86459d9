package org.childfile.cli.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.TextTable;
import org.jspecify.annotations.Nullable;

/** The versions of a file as a table: when each was true, when it was recorded, and what changed. */
record PersonVersions(Connection connection, LookingCommand command, String view) {

    private static final int NAMED = 1;

    TextTable table(String person) throws SQLException {
        TextTable table = new TextTable(
                command.text("column.version") + ">",
                command.text("column.valid-from"),
                command.text("column.valid-to"),
                command.text("column.recorded"),
                command.text("column.superseded"),
                command.text("column.changed-attributes"));
        try (PreparedStatement select = connection.prepareStatement("select version, valid_from, valid_to,"
                + " to_char(recorded_at, 'YYYY-MM-DD HH24:MI') as recorded,"
                + " to_char(superseded_at, 'YYYY-MM-DD HH24:MI') as superseded, changed from mart." + view
                + "_version where " + view + "_id = ? order by version")) {
            select.setString(1, person);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String[] changed = (String[]) row.getArray("changed").getArray();
                    table.row(
                            row.getString("version"),
                            row.getString("valid_from"),
                            dash(row.getString("valid_to")),
                            row.getString("recorded"),
                            dash(row.getString("superseded")),
                            changed(changed));
                }
            }
        }
        return table;
    }

    private static String dash(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private static String changed(String[] attributes) {
        return attributes.length <= NAMED
                ? String.join("", attributes)
                : attributes[0] + " +" + (attributes.length - NAMED);
    }
}
