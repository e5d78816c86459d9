package org.childfile.cli.terminal;

import java.io.PrintStream;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;

/** What the report of a run tells of that the law asks for: requests to departments, background checks, the yearly report. */
final class RunDuties {

    private final AskedReads reads;
    private final PrintStream out;
    private final Messages messages;

    RunDuties(AskedReads reads, PrintStream out, Messages messages) {
        this.reads = reads;
        this.out = out;
        this.messages = messages;
    }

    /** A line each; nothing where there is nothing to tell. */
    void print(String run) {
        requests();
        checks();
        pack(run);
    }

    /** What departments are asked to correct; nothing where that is nothing. */
    private void requests() {
        reads.one(ReadQuery.of("run-requests"))
                .filter(row -> row.number("requests") > 0)
                .ifPresent(row -> out.println(messages.text(
                        "report.requests",
                        row.number("requests"),
                        row.number("confirmed"),
                        row.number("sent"),
                        row.number("done"),
                        row.number("refused"),
                        row.number("overdue"),
                        row.number("attention"))));
    }

    /** Caring mothers who cannot be paired anew before they are checked; nothing where there are none. */
    private void checks() {
        reads.one(ReadQuery.of("run-checks"))
                .filter(row -> row.number("lapsed") + row.number("missing") > 0)
                .ifPresent(row -> out.println(messages.text(
                        "report.checks", row.number("lapsed"), row.number("missing"), row.number("paired"))));
    }

    /** From the middle of January on, as long as the report of the year before is not made; nothing at other times. */
    private void pack(String run) {
        reads.one(ReadQuery.of("run-pack-due").with("run", run))
                .ifPresent(row -> out.println(messages.text(
                        row.flag("late") ? "report.pack.late" : "report.pack", row.text("year"), row.text("due"))));
    }
}
