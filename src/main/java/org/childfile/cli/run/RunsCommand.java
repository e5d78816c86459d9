package org.childfile.cli.run;

import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.RunStates;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile runs}: the latest runs; it ends as the latest one stands. */
@Command(name = "runs")
public final class RunsCommand extends LookingCommand {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "option.limit")
    private int limit;

    RunsCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(AskedReads reads) {
        TextTable table = new TextTable(
                text("column.run"),
                text("column.kind"),
                text("column.state"),
                text("column.started"),
                text("column.seconds") + ">",
                text("column.versions") + ">");
        int code = ExitCode.DONE;
        for (Row row : reads.rows(ReadQuery.of("runs").with("limit", limit))) {
            code = table.isEmpty() ? RunStates.exitCode(row) : code;
            table.row(
                    row.textOrNull("run_id"),
                    row.textOrNull("kind"),
                    RunStates.words(row, shell().messages()),
                    row.minute("started", "–"),
                    row.textOrNull("work_seconds"),
                    row.text("versions", "–"));
        }
        table(table);
        return code;
    }
}
