package org.childfile.cli.care;

import java.sql.SQLException;
import java.util.List;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Words;
import org.childfile.cli.terminal.WrongUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile duty PAIRING}: what a pairing owes, and how it stands, the latest periods first. */
@Command(
        name = "duty",
        subcommands = {DutyAttemptedCommand.class, DutyExcuseCommand.class, DutyUndoCommand.class})
public final class DutyCommand extends AskingCommand {

    @Parameters(paramLabel = "PAIRING", arity = "0..1", descriptionKey = "duty.pairing")
    private @Nullable String pairing;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "40", descriptionKey = "option.limit")
    private int limit;

    DutyCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        if (pairing == null) {
            throw WrongUse.of("wrong.name-pairing");
        }
        Row found = reads.one(ReadQuery.of("pairing").with("id", pairing))
                .orElseThrow(() -> WrongUse.of("wrong.no-pairing-sql", pairing));
        String child = found.textOrNull("child_id");
        TextTable table = duties(reads);
        door().record("duties", child == null ? List.of() : List.of(child), List.of("kind", "state", "done_at"), "");
        table(table);
        return ExitCode.DONE;
    }

    private TextTable duties(AskedReads reads) {
        Words words = new Words(shell().messages());
        TextTable table = new TextTable(
                text("column.duty"),
                text("column.from"),
                text("column.until"),
                text("column.state"),
                text("column.done-at"));
        for (Row row :
                reads.rows(ReadQuery.of("pairing-duties").with("id", pairing).with("limit", limit))) {
            table.row(
                    words.dutyKind(row.text("kind")),
                    row.textOrNull("period_start"),
                    row.textOrNull("period_end"),
                    words.dutyState(row.text("state", "–")),
                    row.minute("done_at", ""));
        }
        return table;
    }
}
