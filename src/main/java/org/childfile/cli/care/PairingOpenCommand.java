package org.childfile.cli.care;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
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
    public int look(AskedReads reads) throws SQLException {
        boolean english = shell().messages().bundle().getLocale().getLanguage().equals("en");
        List<String> children = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Row row : reads.rows(
                ReadQuery.of("uncovered-list").with("division", division).with("limit", limit))) {
            children.add(row.text("child_id"));
            lines.add(text("pairing.open.child", row.text("child_id"), row.text("division", "–"), row.text("since")));
            String pairing = row.textOrNull("pairing_id");
            add(
                    lines,
                    PairingWhy.urgency(shell().messages(), row.text("urgency", "–")) + "; "
                            + text("pairing.cause." + row.text("cause")) + "; "
                            + row.text(english ? "reason_en" : "reason_zh")
                            + (pairing == null ? "" : " (" + pairing + ")"));
            add(lines, "→ " + row.text(english ? "mend_en" : "mend_zh"));
        }
        door().record("list uncovered children", children, List.of("division"), CliDoor.detail(false));
        lines.forEach(this::print);
        print(text("pairing.open.count", children.size()));
        return ExitCode.DONE;
    }

    private static void add(List<String> lines, String text) {
        TextTable.wrapped(text, TextTable.LINE - 2).forEach(line -> lines.add("  " + line));
    }
}
