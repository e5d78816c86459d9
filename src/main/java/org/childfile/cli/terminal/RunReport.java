package org.childfile.cli.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run: its feeds, what became of persons, what needs attention, and the time of each stage.
 */
public final class RunReport {

    private final AskedReads reads;
    private final PrintStream out;
    private final Messages messages;

    public RunReport(AskedReads reads, PrintStream out, Messages messages) {
        this.reads = reads;
        this.out = out;
        this.messages = messages;
    }

    /** Prints it, and gives the exit code that says how the run stands. */
    public int print(String run) {
        Row row = reads.one(ReadQuery.of("runs").with("run", run)).orElseThrow(() -> WrongUse.of("wrong.no-run", run));
        out.println(messages.text("report.title", run, row.text("day"), RunStates.words(row, messages)));
        if (row.flag("dead")) {
            out.println(messages.text("report.dead", run));
        }
        pulls(run);
        out.println();
        out.println(messages.text(
                "report.totals",
                row.number("children"),
                row.number("volunteers"),
                row.number("versions"),
                row.number("review")));
        conservation(run);
        ages(run);
        stages(run);
        wakeups(run);
        new RunDuties(reads, out, messages).print(run);
        attention(row.text("state"), row.textOrNull("message"));
        return RunStates.exitCode(row);
    }

    private List<Row> rows(String question, String run) {
        return reads.rows(ReadQuery.of(question).with("run", run));
    }

    /** Why a run failed, or for each feed in need of attention what it needs. */
    private void attention(String state, @Nullable String message) {
        if (message == null) {
            return;
        }
        if (!state.equals("attention")) {
            out.println(messages.text("report.attention", message));
            return;
        }
        for (String need : message.split("; ", -1)) {
            if (need.startsWith("set-aside ")) {
                int count = need.lastIndexOf(' ');
                out.println(messages.text(
                        "report.attention",
                        messages.text(
                                "need.set-aside",
                                need.substring("set-aside ".length(), count),
                                Long.parseLong(need.substring(count + 1)))));
                continue;
            }
            String[] feedAndNeed = need.split(" ", 2);
            out.println(messages.text("report.attention", messages.text("need." + feedAndNeed[1], feedAndNeed[0])));
        }
    }

    private void pulls(String run) {
        TextTable table = new TextTable(
                messages.text("column.feed"),
                messages.text("column.state"),
                messages.text("column.pulled") + ">",
                messages.text("column.new") + ">",
                messages.text("column.changed") + ">",
                messages.text("column.withdrawn") + ">",
                messages.text("column.quarantined") + ">",
                messages.text("column.duplicates") + ">");
        List<String> notes = new ArrayList<>();
        for (Row row : rows("run-pulls", run)) {
            table.row(
                    row.text("feed"),
                    messages.text("pull." + row.text("state")),
                    number(row, "pulled"),
                    number(row, "new"),
                    number(row, "changed"),
                    number(row, "withdrawn"),
                    number(row, "quarantined"),
                    number(row, "duplicates"));
            note(row, notes);
        }
        returned(run, notes);
        unnamed(run, notes);
        table.lines().forEach(out::println);
        notes.forEach(out::println);
    }

    /** Characters that only the department can name. */
    private void unnamed(String run, List<String> notes) {
        rows("run-unnamed", run)
                .forEach(row -> notes.add(messages.text(
                        "report.unnamed", row.text("feed"), row.number("characters"), row.number("records"))));
    }

    /** Records of forgotten persons that came again. */
    private void returned(String run, List<String> notes) {
        rows("run-returned", run)
                .forEach(row -> notes.add(messages.text("report.returned", row.text("feed"), row.number("records"))));
    }

    private void note(Row row, List<String> notes) {
        String message = row.textOrNull("message");
        if (message != null) {
            String since = row.minute("last_good", "");
            String reason = row.text("reason", "SHRUNK");
            String note = messages.text(
                    "report.note",
                    row.text("feed"),
                    messages.text("reason." + reason),
                    messages.text("mend." + reason),
                    message);
            notes.add(note + (since.isEmpty() ? "" : " " + messages.text("report.since", since)));
        }
        List<String> drift = row.texts("drift");
        if (!drift.isEmpty()) {
            notes.add("~ " + row.text("feed") + ": " + messages.text("report.drift") + " " + String.join("; ", drift));
        }
    }

    private void conservation(String run) {
        rows("run-conservation", run)
                .forEach(row -> out.println(messages.text(
                        "report.conservation",
                        row.number("pulled"),
                        row.number("kept"),
                        row.number("quarantined"),
                        row.number("duplicates"))));
    }

    /** Who reached an age by this run; nothing where nobody did. */
    private void ages(String run) {
        rows("run-ages", run).stream()
                .filter(row -> row.number("everyone") > 0)
                .forEach(row -> out.println(messages.text(
                        "report.ages", row.number("age_14"), row.number("age_16"), row.number("age_18"))));
    }

    /** The calls for help that a run brought, and how all applications stand; nothing where there are none. */
    private void wakeups(String run) {
        rows("run-wakeups", run).stream()
                .filter(row -> row.number("calls") + row.number("applications") > 0)
                .forEach(row -> out.println(messages.text(
                        "report.wakeups",
                        row.number("calls"),
                        row.number("applications"),
                        row.number("drafted"),
                        row.number("sent"),
                        row.number("asked_back"),
                        row.number("done"),
                        row.number("refused"),
                        row.number("overdue"),
                        row.number("attention"))));
    }

    private void stages(String run) {
        TextTable table = new TextTable(
                messages.text("column.stage"),
                messages.text("column.records") + ">",
                messages.text("column.seconds") + ">",
                messages.text("column.rate") + ">");
        for (Row row : rows("run-stages", run)) {
            double seconds = row.fraction("seconds");
            long records = row.number("records");
            table.row(
                    row.text("stage"),
                    "%,d".formatted(records),
                    "%.2f".formatted(seconds),
                    records == 0 ? "–" : "%,.0f".formatted(records / Math.max(seconds, 0.001)));
        }
        out.println();
        table.lines().forEach(out::println);
    }

    private static String number(Row row, String column) {
        return "%,d".formatted(row.number(column));
    }
}
