package org.childfile.cli.care;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
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
    public int look(AskedReads reads) throws SQLException {
        List<String> persons = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Row row : reads.rows(ReadQuery.of("pairing-questions"))) {
            List<String> concerned = row.texts("persons");
            persons.addAll(concerned);
            lines.add(row.text("question_id") + "  " + text("pairing.question." + row.text("kind")) + "  "
                    + row.text("since"));
            concerned.forEach(person -> lines.add("  " + person));
            JsonNode proposal = JsonMapper.shared().readTree(row.text("proposal", "{}"));
            JsonNode duties = JsonMapper.shared().readTree(row.text("duties", "[]"));
            for (String pairing : row.texts("pairings")) {
                add(lines, "  ", pairing(pairing, proposal));
                duties.forEach(duty -> {
                    if (duty.path("pairing").stringValue("").equals(pairing)) {
                        add(lines, "    ", duty(duty));
                    }
                });
            }
            row.texts("calls").forEach(call -> add(lines, "  ", call(call, proposal)));
        }
        door().record("list pairing questions", persons, List.of(), "");
        lines.forEach(this::print);
        print(text(lines.isEmpty() ? "pairing.question.none" : "pairing.question.how"));
        return lines.isEmpty() ? ExitCode.DONE : ExitCode.ATTENTION;
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
