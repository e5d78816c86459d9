package org.childfile.cli.run;

import java.sql.SQLException;
import java.util.List;
import org.childfile.access.privacy.Masking;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.ingest.landing.Sealing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile quarantine list}. */
@Command(name = "list")
final class QuarantineListCommand extends LookingCommand {

    @Option(names = "--feed", paramLabel = "FEED", descriptionKey = "option.feed")
    private @Nullable String feed;

    @Option(names = "--pull", paramLabel = "PULL", descriptionKey = "quarantine.pull")
    private @Nullable Long pull;

    @Option(names = "--all", descriptionKey = "quarantine.all")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    QuarantineListCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        TextTable table = new TextTable(
                text("column.number") + ">",
                text("column.feed"),
                text("column.place"),
                text("column.reason"),
                text("column.field"),
                text("column.text"));
        List<Row> rows = reads.rows(ReadQuery.of("quarantine-list")
                .with("all", all)
                .with("feed", feed)
                .with("pull", pull)
                .with("limit", limit));
        for (Row row : rows) {
            table.row(
                    row.textOrNull("quarantine_id"),
                    row.textOrNull("feed"),
                    row.textOrNull("place"),
                    row.textOrNull("reason"),
                    row.textOrNull("field"),
                    shown(row));
        }
        door().record("quarantine list", List.of(), List.of("text"), CliDoor.detail(false) + ", rows " + rows.size());
        table(table);
        return ExitCode.DONE;
    }

    /** The offending text: masked, unless the words are the program's own. */
    private @Nullable String shown(Row row) throws SQLException {
        byte[] sealed = row.bytes("sealed_text");
        String stored = row.textOrNull("text");
        if (sealed == null || stored == null) {
            return stored;
        }
        String clear = new Sealing(keys()).openText(row.number("pull_id"), (int) row.number("seq"), sealed);
        return stored.equals(Masking.stored(clear)) ? Masking.text(clear) : stored;
    }
}
