package org.childfile.cli.care;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.childfile.access.privacy.Masking;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code childfile pairing checks}: caring mothers whose check for criminal records is missing or too old, those with children first. */
@Command(name = "checks")
final class PairingChecksCommand extends AskingCommand {

    @Option(names = "--district", paramLabel = "CODE", descriptionKey = "pairing.division")
    private String division = "";

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    PairingChecksCommand(Shell shell) {
        super(shell);
    }

    @Override
    public CliDoor door() throws SQLException {
        return super.door().under(this, reveal);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        List<String> volunteers = new ArrayList<>();
        TextTable table = new TextTable(
                text("column.id"),
                text("digest.column.volunteer"),
                text("digest.column.division"),
                text("column.state"),
                text("digest.column.checked-on"),
                text("digest.column.children") + ">");
        for (Row row : reads.rows(
                ReadQuery.of("background-checks").with("division", division).with("limit", limit))) {
            volunteers.add(row.text("volunteer_id"));
            String name = row.text("name", "–");
            table.row(
                    row.textOrNull("volunteer_id"),
                    reveal.reveals() ? name : Masking.name(name),
                    row.text("division", "–"),
                    text("check.state." + row.text("state")),
                    row.text("checked_on", "–"),
                    row.textOrNull("paired"));
        }
        door().record(
                        "list background checks",
                        volunteers,
                        List.of("name", "background_check_on"),
                        CliDoor.detail(reveal.reveals()));
        table(table);
        return ExitCode.DONE;
    }
}
