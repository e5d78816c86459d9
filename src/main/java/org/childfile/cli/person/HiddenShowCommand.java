package org.childfile.cli.person;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code childfile hidden show CHILD}: every rule that fires for a child, its law, its evidence, and the grade of risk. */
@Command(name = "show")
final class HiddenShowCommand extends AskingCommand {

    @Parameters(paramLabel = "CHILD", descriptionKey = "hidden.child")
    private String child = "";

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    HiddenShowCommand(Shell shell) {
        super(shell);
    }

    @Override
    public CliDoor door() throws SQLException {
        return super.door().under(this, reveal);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        String person = living(reads);
        List<String> lines = rules(reads, person);
        String grade = grade(reads, person);
        door().record("read rules", List.of(person), List.of("kinds"), CliDoor.detail(reveal.reveals()));
        print(text("hidden.show", person, grade));
        lines.forEach(this::print);
        if (lines.isEmpty()) {
            print(text("hidden.no-rule"));
        }
        return ExitCode.DONE;
    }

    private String living(AskedReads reads) {
        return reads.one(ReadQuery.of("living-child").with("id", child))
                .map(row -> row.text("child_id"))
                .orElseThrow(() -> WrongUse.of("wrong.no-file-child", child));
    }

    private String grade(AskedReads reads, String person) {
        return reads.one(ReadQuery.of("risk-grade").with("id", person))
                .map(row -> row.textOrNull("grade"))
                .map(grade -> text("risk." + grade))
                .orElseGet(() -> text("risk.none"));
    }

    private List<String> rules(AskedReads reads, String person) {
        boolean english = shell().messages().bundle().getLocale().getLanguage().equals("en");
        EvidenceText evidence = new EvidenceText(shell().messages());
        Shown shown = new Shown(reveal.reveals());
        List<String> lines = new ArrayList<>();
        for (Row row : reads.rows(ReadQuery.of("hidden-rules").with("id", person))) {
            String grade = row.textOrNull("grade");
            lines.add("");
            lines.add(text(
                    "hidden.rule." + row.text("part"),
                    row.text("rule"),
                    row.text("version"),
                    row.text("since"),
                    grade == null ? "" : text("risk." + grade)));
            add(lines, row.text(english ? "en" : "zh"));
            add(lines, text("hidden.law", row.text("law")));
            TextTable table = new TextTable(
                    text("column.attribute"), text("column.value"), text("column.record"), text("column.observed"));
            evidence.rows(row.text("evidence", "[]"), shown).forEach(cells -> table.row(cells.toArray(String[]::new)));
            table.lines(TextTable.LINE - 2).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private static void add(List<String> lines, String text) {
        TextTable.wrapped(text, TextTable.LINE - 2).forEach(line -> lines.add("  " + line));
    }
}
