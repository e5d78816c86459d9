package org.childfile.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.childfile.jobs.HeldPulls;
import org.childfile.jobs.Run;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile hold show|approve|reject FEED}: shows a pull that waits for a decision, and decides about it. */
@Command(name = "hold")
final class HoldCommand extends RunningCommand {

    /** What the operator decides. */
    enum Verdict {
        SHOW,
        APPROVE,
        REJECT
    }

    @Parameters(index = "0", paramLabel = "show|approve|reject", descriptionKey = "hold.verdict")
    private Verdict verdict = Verdict.SHOW;

    @Parameters(index = "1", paramLabel = "FEED", descriptionKey = "hold.feed")
    private String feed = "";

    HoldCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        if (verdict == Verdict.SHOW) {
            return show();
        }
        Workspace workspace = workspace();
        try (Warehouse warehouse = Warehouse.open(shell());
                Engine engine = Engine.start(warehouse.logins(), workspace)) {
            HeldPulls held = engine.get(HeldPulls.class);
            CliDoor.operator(warehouse, Warehouse.OPERATIONS)
                    .note("hold", (verdict == Verdict.APPROVE ? "approve " : "reject ") + held.known(feed));
            boolean found = verdict == Verdict.APPROVE ? held.approve(feed) : held.reject(feed);
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
            return report(warehouse, run);
        }
    }

    private WrongUse none() {
        return new WrongUse("no pull of " + feed + " is held. How the feeds stand: childfile feeds");
    }

    /** Why the pull is held, and how many of its records are refused for what. */
    private int show() throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell());
                Connection connection = warehouse.read();
                PreparedStatement select = connection.prepareStatement("""
                    select * from ops.pull p where feed = ? and state = 'held'
                      and not exists (select from ops.pull l
                                      where l.feed = p.feed and l.state = 'ok' and l.pull_id > p.pull_id)
                    order by pull_id desc limit 1""")) {
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
                refused(connection, pull);
                print(text("hold.next", feed, Long.toString(pull)));
            }
        }
        return ExitCode.ATTENTION;
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
