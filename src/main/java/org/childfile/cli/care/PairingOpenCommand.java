package org.childfile.cli.care;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile pairing open}: children without a caring mother in post, why, and what would mend it. */
@Command(name = "open")
final class PairingOpenCommand extends AskingCommand {

    @Option(names = "--district", paramLabel = "CODE", descriptionKey = "pairing.division")
    private String division = "";

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    PairingOpenCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(Connection connection) throws SQLException {
        boolean english = shell().messages().bundle().getLocale().getLanguage().equals("en");
        List<String> children = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select child_id, urgency, cause, division, since, pairing_id, reason_zh, mend_zh, reason_en, mend_en
                from mart.uncovered_child
                where division like ? || '%' or (? = '' and division is null)
                order by since, child_id collate "C" limit ?""")) {
            select.setString(1, division);
            select.setString(2, division);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    children.add(row.getString("child_id"));
                    lines.add(text(
                            "pairing.open.child",
                            row.getString("child_id"),
                            shown(row.getString("division")),
                            row.getString("since")));
                    String urgency = PairingWhy.urgency(shell().messages(), shown(row.getString("urgency")));
                    add(
                            lines,
                            urgency + "; " + text("pairing.cause." + row.getString("cause")) + "; "
                                    + row.getString(english ? "reason_en" : "reason_zh")
                                    + (row.getString("pairing_id") == null
                                            ? ""
                                            : " (" + row.getString("pairing_id") + ")"));
                    add(lines, "→ " + row.getString(english ? "mend_en" : "mend_zh"));
                }
            }
        }
        door().record("list uncovered children", children, List.of("division"), CliDoor.detail(false));
        lines.forEach(this::print);
        print(text("pairing.open.count", children.size()));
        return ExitCode.DONE;
    }

    private static void add(List<String> lines, String text) {
        TextTable.wrapped(text, TextTable.LINE - 2).forEach(line -> lines.add("  " + line));
    }

    private static String shown(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "–" : text;
    }
}
