package org.childfile.cli.run;

import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connectors;
import org.childfile.kernel.CityTime;
import org.childfile.settings.Problems;
import picocli.CommandLine.Command;

/** {@code childfile feeds}: how each feed stands. */
@Command(name = "feeds")
public final class FeedsCommand extends LookingCommand {

    FeedsCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        TextTable table = new TextTable(
                text("column.feed"),
                text("column.state"),
                text("column.last-good"),
                text("column.in-force") + ">",
                text("column.withdrawn") + ">",
                text("column.quarantined") + ">");
        boolean attention = false;
        for (Row row : reads.rows(ReadQuery.of("feeds"))) {
            attention |= !"ok".equals(row.text("state"));
            table.row(
                    row.text("feed"),
                    text("pull." + row.text("state")),
                    row.minute("last_good", "–"),
                    "%,d".formatted(row.number("in_force")),
                    "%,d".formatted(row.number("withdrawn")),
                    "%,d".formatted(row.number("quarantined")));
        }
        table(table);
        next();
        return attention ? ExitCode.ATTENTION : ExitCode.DONE;
    }

    /** When each feed is pulled next where the program serves, by the connectors; nothing where these cannot be read. */
    private void next() {
        Problems problems = new Problems();
        Connectors connectors = Connectors.read(shell().workspace(null, null).connectors(), problems);
        if (!problems.isEmpty()) {
            return;
        }
        SortedMap<ZonedDateTime, String> next = new TreeMap<>();
        ZonedDateTime now = ZonedDateTime.now(CityTime.ZONE);
        for (Connector connector : connectors.all()) {
            NextTime.after(
                            now,
                            connector.schedule().cron(),
                            connector.schedule().zone())
                    .ifPresent(time -> next.merge(time, connector.feed(), (one, other) -> one + ", " + other));
        }
        List<String> told = new ArrayList<>();
        next.forEach((time, feeds) -> told.add(NextTime.written(time) + " " + feeds));
        say(text("feeds.next", CityTime.ZONE.getId(), NextTime.offset(now), String.join("; ", told)));
    }
}
