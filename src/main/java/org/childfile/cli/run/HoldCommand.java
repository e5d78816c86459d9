package org.childfile.cli.run;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.ingest.landing.Decision;
import org.childfile.jobs.HeldPulls;
import org.childfile.jobs.Run;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile hold list}, {@code hold show|approve|reject FEED}: pulls that wait for a decision, and the decision. */
@Command(name = "hold")
public final class HoldCommand extends RunningCommand {

    /** What the operator decides. */
    enum Verdict {
        LIST,
        SHOW,
        APPROVE,
        REJECT
    }

    /** Pulls that are held, and that no later one outdid. */
    private static final String HELD = """
        select * from ops.pull p where state = 'held'
          and not exists (select from ops.pull l
                          where l.feed = p.feed and l.state = 'ok' and l.pull_id > p.pull_id)
          and not exists (select from ops.pull l
                          where l.feed = p.feed and l.state = 'held' and l.pull_id > p.pull_id)""";

    @Parameters(index = "0", paramLabel = "list|show|approve|reject", descriptionKey = "hold.verdict")
    private Verdict verdict = Verdict.SHOW;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FEED", descriptionKey = "hold.feed")
    private String feed = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "hold.reason")
    private @Nullable String reason;

    HoldCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        if (verdict == Verdict.LIST) {
            return list();
        }
        if (feed.isEmpty()) {
            throw new WrongUse(text("hold.which"));
        }
        if (verdict == Verdict.SHOW) {
            return show();
        }
        Workspace workspace = workspace();
        try (Warehouse warehouse = Warehouse.open(shell());
                Engine engine = Engine.start(warehouse.logins(), workspace)) {
            HeldPulls held = engine.get(HeldPulls.class);
            CliDoor.operator(warehouse, Warehouse.OPERATIONS)
                    .note("hold", (verdict == Verdict.APPROVE ? "approve " : "reject ") + held.known(feed));
            Decision decision = new Decision(shell().operator().recorded(), reason);
            boolean found = verdict == Verdict.APPROVE ? held.approve(feed, decision) : held.reject(feed, decision);
            if (!found) {
                throw none();
            }
            if (verdict == Verdict.REJECT) {
                print(text("hold.rejected", feed));
                return ExitCode.DONE;
            }
            TerminalProgress progress = shell().progress();
            Run run = engine.get(Runs.class).replay(today(), progress);
            progress.finish();
            return report(engine, warehouse, run);
        }
    }

    private int list() throws SQLException {
        TextTable table = new TextTable(
                text("column.feed"), text("column.since"), text("column.records") + ">", text("column.reason"));
        try (Warehouse warehouse = Warehouse.open(shell());
                Connection connection = warehouse.read();
                PreparedStatement select = connection.prepareStatement(HELD + " order by feed");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                table.row(
                        row.getString("feed"),
                        row.getString("started").substring(0, 16),
                        row.getString("pulled"),
                        row.getString("message"));
            }
        }
        if (table.isEmpty()) {
            print(text("hold.none"));
            return ExitCode.DONE;
        }
        table.lines().forEach(this::print);
        return ExitCode.ATTENTION;
    }

    private WrongUse none() {
        return new WrongUse("no pull of " + feed + " is held. How the feeds stand: childfile feeds");
    }

    /** Why the pull is held, and how many of its records are refused for what. */
    private int show() throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell());
                Connection connection = warehouse.read();
                PreparedStatement select = connection.prepareStatement(HELD + " and feed = ?")) {
            select.setString(1, feed);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw none();
                }
                long pull = row.getLong("pull_id");
                print(text(
                        "hold.held",
                        feed,
                        Long.toString(pull),
                        row.getString("started").substring(0, 16),
                        row.getString("message")));
                print(text(
                        "hold.counts",
                        row.getLong("pulled"),
                        row.getLong("new"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        row.getLong("quarantined"),
                        row.getLong("duplicates")));
                notes(row.getArray("drift"));
                withdrawn(connection, pull);
                refused(connection, pull);
                print(text("hold.next", feed, Long.toString(pull)));
            }
        }
        return ExitCode.ATTENTION;
    }

    /** What else the pull told, such as why nothing could be withdrawn. */
    private void notes(Array told) throws SQLException {
        for (Object note : (Object[]) told.getArray()) {
            print(text("hold.note", note));
        }
    }

    /** What its approval would withdraw, by where these children live. */
    private void withdrawn(Connection connection, long pull) throws SQLException {
        TextTable table = new TextTable(text("column.division"), text("column.records") + ">");
        long all = 0;
        try (PreparedStatement select = connection.prepareStatement("""
            select coalesce(division, '–') as division, records from ops.held_withdrawal where pull_id = ?
            order by records desc, division""")) {
            select.setLong(1, pull);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all += row.getLong("records");
                    table.row(row.getString("division"), row.getString("records"));
                }
            }
        }
        print(text("hold.withdraws", all));
        if (!table.isEmpty()) {
            table.lines().forEach(this::print);
        }
    }

    private void refused(Connection connection, long pull) throws SQLException {
        TextTable table = new TextTable(text("column.reason"), text("column.field"), text("column.records") + ">");
        try (PreparedStatement select = connection.prepareStatement("""
            select reason, field, count(*) from ops.quarantine where pull_id = ? and resolved is null
            group by reason, field order by count(*) desc, reason, field""")) {
            select.setLong(1, pull);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    table.row(row.getString(1), row.getString(2), row.getString(3));
                }
            }
        }
        table.lines().forEach(this::print);
    }
}
