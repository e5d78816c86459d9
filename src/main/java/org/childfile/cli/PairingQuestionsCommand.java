package org.childfile.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code childfile pairing questions}: pairings whose persons turned out to be one, or two. */
@Command(name = "questions")
final class PairingQuestionsCommand extends AskingCommand {

    PairingQuestionsCommand(Shell shell) {
        super(shell);
    }

    @Override
    int look(Connection connection) throws SQLException {
        List<String> persons = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select question_id, kind, persons, pairings, proposal, since
                        from mart.pairing_question order by question_id""")) {
            while (row.next()) {
                List<String> concerned =
                        Arrays.asList((String[]) row.getArray("persons").getArray());
                persons.addAll(concerned);
                lines.add(row.getString("question_id") + "  "
                        + shell().messages().text("pairing.question." + row.getString("kind")) + "  "
                        + row.getString("since"));
                concerned.forEach(person -> lines.add("  " + person));
                TextTable.wrapped(text("pairing.question.proposal", row.getString("proposal")), 77)
                        .forEach(line -> lines.add("  " + line));
            }
        }
        door().record("list pairing questions", persons, List.of(), "");
        lines.forEach(this::print);
        print(text(lines.isEmpty() ? "pairing.question.none" : "pairing.question.how"));
        return lines.isEmpty() ? ExitCode.DONE : ExitCode.ATTENTION;
    }
}
