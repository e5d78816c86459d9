package org.childfile.cli.care;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.WrongUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile pairing show}: one pair, why these two, who supports them, and what was decided. */
@Command(name = "show")
final class PairingShowCommand extends AskingCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "pairing.id")
    private String id = "";

    PairingShowCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select state, since, until, child_id, volunteer_id, reasons from mart.pairing where pairing_id = ?""")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new WrongUse("there is no pairing " + id + ". List them: childfile pairing list");
                }
                String child = row.getString("child_id");
                door().record("read pairing", child == null ? List.of() : List.of(child), List.of("kinds"), id);
                print(text(
                        "pairing.show",
                        id,
                        text("pairing.state." + row.getString("state")),
                        row.getString("since"),
                        shown(row.getString("until"))));
                print(text("pairing.show.persons", shown(child), shown(row.getString("volunteer_id"))));
                new PairingWhy(shell().messages())
                        .lines(row.getString("reasons") == null ? "{}" : row.getString("reasons"))
                        .forEach(this::print);
            }
        }
        part(connection, "pairing.show.supporters", """
                select role, coalesce(name, '–') || ' ' || coalesce(phone, '') as who from mart.supporter
                where pairing_id = ? order by number""");
        part(connection, "pairing.show.vacancies", """
                select string_agg(role, ', ' order by role), '' from mart.supporter_vacancy
                where pairing_id = ? having count(*) > 0""");
        part(connection, "pairing.show.problems", """
                select problem, detail from mart.pairing_problem where pairing_id = ? order by problem""");
        part(connection, "pairing.show.decisions", """
                select to_char(at, 'YYYY-MM-DD HH24:MI') || ' ' || kind || ' ' || actor,
                       '(' || side || ') ' || coalesce(reason, '')
                from mart.pairing_decision where pairing_id = ? order by decision_id""");
        return ExitCode.DONE;
    }

    private void part(Connection connection, String title, String question) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                boolean first = true;
                while (row.next()) {
                    if (first) {
                        print(shell().messages().text(title));
                        first = false;
                    }
                    print("  " + row.getString(1) + " " + clear(row.getString(2)));
                }
            }
        }
    }

    private static String shown(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
