package org.childfile.cli.care;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code childfile pairing questions}: pairings, duties and calls whose persons turned out to be one, or two. */
@Command(name = "questions")
final class PairingQuestionsCommand extends AskingCommand {

    PairingQuestionsCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(Connection connection) throws SQLException {
        List<String> persons = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select question_id, kind, persons, pairings, proposal, since, calls, duties
                        from mart.pairing_question order by question_id""")) {
            while (row.next()) {
                List<String> concerned = texts(row, "persons");
                persons.addAll(concerned);
                lines.add(row.getString("question_id") + "  " + text("pairing.question." + row.getString("kind")) + "  "
                        + row.getString("since"));
                concerned.forEach(person -> lines.add("  " + person));
                JsonNode proposal = JsonMapper.shared().readTree(row.getString("proposal"));
                JsonNode duties = JsonMapper.shared().readTree(row.getString("duties"));
                for (String pairing : texts(row, "pairings")) {
                    add(lines, "  ", pairing(pairing, proposal));
                    duties.forEach(duty -> {
                        if (duty.path("pairing").stringValue("").equals(pairing)) {
                            add(lines, "    ", duty(duty));
                        }
                    });
                }
                texts(row, "calls").forEach(call -> add(lines, "  ", call(call, proposal)));
            }
        }
        door().record("list pairing questions", persons, List.of(), "");
        lines.forEach(this::print);
        print(text(lines.isEmpty() ? "pairing.question.none" : "pairing.question.how"));
        return lines.isEmpty() ? ExitCode.DONE : ExitCode.ATTENTION;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static void add(List<String> lines, String indent, String text) {
        TextTable.wrapped(text, 80 - indent.length()).forEach(line -> lines.add(indent + line));
    }

    private String pairing(String id, JsonNode proposal) {
        if (proposal.path("follow").has(id)) {
            return text(
                    "pairing.question.follow",
                    id,
                    proposal.path("follow").path(id).stringValue(""));
        }
        boolean ends = proposal.path("end")
                .valueStream()
                .anyMatch(end -> end.stringValue("").equals(id));
        return text(ends ? "pairing.question.end" : "pairing.question.keep", id);
    }

    private String duty(JsonNode duty) {
        return text(
                "pairing.question.duty",
                text("duty.kind." + duty.path("kind").stringValue("").toLowerCase(Locale.ROOT)),
                duty.path("period_start").stringValue(""),
                duty.path("period_end").stringValue(""),
                text("duty.state." + duty.path("state").stringValue("")));
    }

    private String call(String id, JsonNode proposal) {
        String child = proposal.path("calls").path(id).stringValue("");
        return child.isEmpty() ? text("pairing.question.call", id) : text("pairing.question.call-anew", id, child);
    }
}
