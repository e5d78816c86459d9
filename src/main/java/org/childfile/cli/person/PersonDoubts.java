package org.childfile.cli.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Words;

/** What of a person's values is in doubt, and why. */
final class PersonDoubts {

    private final Connection connection;
    private final LookingCommand command;
    private final String view;
    private final Shown shown;

    PersonDoubts(Connection connection, LookingCommand command, String view, Shown shown) {
        this.connection = connection;
        this.command = command;
        this.view = view;
        this.shown = shown;
    }

    /** @param label what an attribute is called */
    TextTable table(String person, UnaryOperator<String> label) throws SQLException {
        Words words = new Words(command.shell().messages());
        TextTable table = new TextTable(
                command.text("column.attribute"),
                command.text("column.value"),
                command.text("column.feed"),
                command.text("column.doubt"));
        try (PreparedStatement select =
                connection.prepareStatement("select distinct attribute, value, feed, reason from mart." + view
                        + "_doubt where " + view + "_id = ? order by attribute, feed, reason, value")) {
            select.setString(1, person);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String attribute = row.getString(1);
                    String value = row.getString(2);
                    String feed = row.getString(3);
                    table.row(
                            label.apply(attribute),
                            value == null ? "–" : shown.value(attribute, value),
                            feed == null ? "–" : feed,
                            words.doubt(row.getString(4)));
                }
            }
        }
        return table;
    }
}
