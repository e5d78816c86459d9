package org.childfile.cli.run;

import java.sql.Connection;
import java.sql.SQLException;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
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
                Connection connection = warehouse.read()) {
            for (Row row : warehouse.reads(connection).rows(ReadQuery.of("held-pulls"))) {
                table.row(
                        row.text("feed"),
                        row.minute("started", "–"),
                        row.textOrNull("pulled"),
                        row.textOrNull("message"));
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
        return WrongUse.of("wrong.no-held-pull", feed);
    }

    /** Why the pull is held, and how many of its records are refused for what. */
    private int show() throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell());
                Connection connection = warehouse.read()) {
            AskedReads reads = warehouse.reads(connection);
            Row row = reads.one(ReadQuery.of("held-pulls").with("feed", feed)).orElseThrow(this::none);
            long pull = row.number("pull_id");
            print(text("hold.held", feed, Long.toString(pull), row.minute("started", "–"), row.text("message", "–")));
            print(text(
                    "hold.counts",
                    row.number("pulled"),
                    row.number("new"),
                    row.number("changed"),
                    row.number("unchanged"),
                    row.number("quarantined"),
                    row.number("duplicates")));
            // What else the pull told, such as why nothing could be withdrawn.
            row.texts("drift").forEach(note -> print(text("hold.note", note)));
            withdrawn(reads, pull);
            refused(reads, pull);
            print(text("hold.next", feed, Long.toString(pull)));
        }
        return ExitCode.ATTENTION;
    }

    /** What its approval would withdraw, by where these children live. */
    private void withdrawn(AskedReads reads, long pull) {
        TextTable table = new TextTable(text("column.division"), text("column.records") + ">");
        long all = 0;
        for (Row row : reads.rows(ReadQuery.of("held-withdrawals").with("pull", pull))) {
            all += row.number("records");
            table.row(row.text("division"), row.text("records"));
        }
        print(text("hold.withdraws", all));
        if (!table.isEmpty()) {
            table.lines().forEach(this::print);
        }
    }

    private void refused(AskedReads reads, long pull) {
        TextTable table = new TextTable(text("column.reason"), text("column.field"), text("column.records") + ">");
        for (Row row : reads.rows(ReadQuery.of("held-refusals").with("pull", pull))) {
            table.row(row.textOrNull("reason"), row.textOrNull("field"), row.text("records"));
        }
        table.lines().forEach(this::print);
    }
}
