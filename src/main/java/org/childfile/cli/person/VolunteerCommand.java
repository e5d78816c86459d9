package org.childfile.cli.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.ingest.mapping.Population;
import picocli.CommandLine.Command;

/** {@code childfile volunteer}: one file with what belongs to it, or a search for one. */
@Command(name = "volunteer")
public final class VolunteerCommand extends PersonCommand {

    VolunteerCommand(Shell shell) {
        super(shell, Population.VOLUNTEER);
    }

    @Override
    void printMore(Connection connection, String person) throws SQLException {
        part(connection, person, """
                select organisation, post, division, listed, in_post, to_char(observed_at, 'YYYY-MM-DD')
                from mart.volunteer_post where volunteer_id = mart.current_id(?)
                order by organisation collate "C", source_key collate "C\"""", List.of("organisation", "post", "division", "listed", "in-post", "updated"));
        part(connection, person, """
                select held_on, course from mart.volunteer_training where volunteer_id = mart.current_id(?)
                order by number""", List.of("held-on", "course"));
        part(connection, person, """
                select capacity, paired, proposed, past, free, to_char(last_contact_at, 'YYYY-MM-DD')
                from mart.volunteer_load where volunteer_id = mart.current_id(?)""", List.of("capacity", "paired", "proposed", "past", "free", "last-contact"));
        part(connection, person, """
                select checked_on, good_until, state from mart.volunteer_check
                where volunteer_id = mart.current_id(?) and state <> 'not-required'""", List.of("checked-on", "good-until", "check"));
        part(connection, person, """
                select pairing_id, state, since, until, child_id from mart.pairing
                where volunteer_id = mart.current_id(?) order by since, pairing_id collate "C\"""", List.of("pairing", "state", "since", "until", "child"));
    }

    private void part(Connection connection, String person, String question, List<String> columns) throws SQLException {
        TextTable table = new TextTable(columns.stream().map(this::heading).toArray(String[]::new));
        try (PreparedStatement select = connection.prepareStatement(question)) {
            select.setString(1, person);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String[] cells = new String[columns.size()];
                    for (int i = 0; i < cells.length; i++) {
                        String cell = row.getString(i + 1);
                        cells[i] = cell == null ? "–" : cell;
                    }
                    table.row(cells);
                }
            }
        }
        if (!table.isEmpty()) {
            print("");
            table(table);
        }
    }

    private String heading(String column) {
        return shell().messages().text("pairing.column." + column);
    }
}
