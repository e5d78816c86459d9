package org.childfile.cli.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.NextTime;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connectors;
import org.childfile.settings.Problems;
import picocli.CommandLine.Command;

/** {@code childfile feeds}: how each feed stands. */
@Command(name = "feeds")
public final class FeedsCommand extends LookingCommand {

    FeedsCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(Connection connection) throws SQLException {
        TextTable table = new TextTable(
                text("column.feed"),
                text("column.state"),
                text("column.last-good"),
                text("column.in-force") + ">",
                text("column.withdrawn") + ">",
                text("column.quarantined") + ">");
        boolean attention = false;
        try (PreparedStatement select = connection.prepareStatement("""
                select p.feed, p.state, to_char(p.last_good, 'YYYY-MM-DD HH24:MI') as last_good,
                       count(c.key) filter (where not c.withdrawn) as in_force,
                       count(c.key) filter (where c.withdrawn) as withdrawn,
                       (select count(*) from ops.quarantine q where q.feed = p.feed and q.resolved is null) as quarantined
                from (select distinct on (feed) * from ops.pull order by feed, pull_id desc) p
                left join landing.current c on c.feed = p.feed
                group by p.feed, p.state, p.last_good order by p.feed""");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                attention |= !"ok".equals(row.getString("state"));
                table.row(
                        row.getString("feed"),
                        text("pull." + row.getString("state")),
                        row.getString("last_good") == null ? "–" : row.getString("last_good"),
                        "%,d".formatted(row.getLong("in_force")),
                        "%,d".formatted(row.getLong("withdrawn")),
                        "%,d".formatted(row.getLong("quarantined")));
            }
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
        ZonedDateTime now = ZonedDateTime.now(RunningCommand.ZONE);
        for (Connector connector : connectors.all()) {
            NextTime.after(
                            now,
                            connector.schedule().cron(),
                            connector.schedule().zone())
                    .ifPresent(time -> next.merge(time, connector.feed(), (one, other) -> one + ", " + other));
        }
        List<String> told = new ArrayList<>();
        next.forEach((time, feeds) -> told.add(NextTime.written(time) + " " + feeds));
        say(text("feeds.next", RunningCommand.ZONE.getId(), NextTime.offset(now), String.join("; ", told)));
    }
}
