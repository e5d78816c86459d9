package org.childfile.cli.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.database.SqlFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code childfile hidden show CHILD}: every rule that fires for a child, its law, its evidence, and the grade of risk. */
@Command(name = "show")
final class HiddenShowCommand extends AskingCommand {

    private static final int PARTS = 4;

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
    public int look(Connection connection) throws SQLException {
        String person = living(connection);
        List<String> lines = rules(connection, person);
        String grade = grade(connection, person);
        door().record("read rules", List.of(person), List.of("kinds"), CliDoor.detail(reveal.reveals()));
        print(text("hidden.show", person, grade));
        lines.forEach(this::print);
        if (lines.isEmpty()) {
            print(text("hidden.no-rule"));
        }
        return ExitCode.DONE;
    }

    private String living(Connection connection) throws SQLException {
        return one(
                        connection,
                        "select c.child_id from mart.child c where c.child_id = coalesce(mart.current_id(?), '')",
                        child)
                .orElseThrow(
                        () -> new WrongUse("there is no child " + child + ". Look for one: childfile child --name 张"));
    }

    private String grade(Connection connection, String person) throws SQLException {
        return one(connection, "select grade from mart.risk where child_id = ?", person)
                .map(grade -> text("risk." + grade))
                .orElseGet(() -> text("risk.none"));
    }

    private static Optional<String> one(Connection connection, String question, String parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question)) {
            select.setString(1, parameter);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }

    private List<String> rules(Connection connection, String person) throws SQLException {
        boolean english = shell().messages().bundle().getLocale().getLanguage().equals("en");
        EvidenceText evidence = new EvidenceText(shell().messages());
        Shown shown = new Shown(reveal.reveals());
        List<String> lines = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SqlFiles.read("cli/person/hidden-rules"))) {
            for (int part = 1; part <= PARTS; part++) {
                select.setString(part, person);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add("");
                    lines.add(text(
                            "hidden.rule." + row.getString("part"),
                            row.getString("rule"),
                            row.getString("version"),
                            row.getString("since"),
                            row.getString("grade") == null ? "" : text("risk." + row.getString("grade"))));
                    add(lines, row.getString(english ? "en" : "zh"));
                    add(lines, text("hidden.law", row.getString("law")));
                    TextTable table = new TextTable(
                            text("column.attribute"),
                            text("column.value"),
                            text("column.record"),
                            text("column.observed"));
                    evidence.rows(clear(row.getString("evidence")), shown)
                            .forEach(cells -> table.row(cells.toArray(String[]::new)));
                    table.lines(TextTable.LINE - 2).forEach(line -> lines.add("  " + line));
                }
            }
        }
        return lines;
    }

    private static void add(List<String> lines, String text) {
        TextTable.wrapped(text, TextTable.LINE - 2).forEach(line -> lines.add("  " + line));
    }
}
