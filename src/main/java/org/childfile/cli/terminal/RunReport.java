package org.childfile.cli.terminal;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run: its feeds, what became of persons, what needs attention, and the time of each stage.
 *
 * <p>Over 250 lines: each part of the report is one query and its lines.
 */
public final class RunReport {

    private final Connection connection;
    private final PrintStream out;
    private final Messages messages;

    public RunReport(Connection connection, PrintStream out, Messages messages) {
        this.connection = connection;
        this.out = out;
        this.messages = messages;
    }

    /** Prints it, and gives the exit code that says how the run stands. */
    public int print(String run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select *, " + RunStates.COLUMNS + " from ops.run where run_id = ?")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new WrongUse("there is no run " + run + ". The runs there are: childfile runs");
                }
                out.println(messages.text("report.title", run, row.getString("day"), RunStates.words(row, messages)));
                if (row.getBoolean("dead")) {
                    out.println(messages.text("report.dead", run));
                }
                pulls(run);
                out.println();
                out.println(messages.text(
                        "report.totals",
                        row.getLong("children"),
                        row.getLong("volunteers"),
                        row.getLong("versions"),
                        row.getLong("review")));
                conservation(run);
                ages(run);
                stages(run);
                wakeups(run);
                new RunDuties(connection, out, messages).print(run);
                attention(row.getString("state"), row.getString("message"));
                return RunStates.exitCode(row);
            }
        }
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

    private void pulls(String run) throws SQLException {
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
        // Of a night of the serving program the schedule has pulled before it.
        try (PreparedStatement select = connection.prepareStatement("""
                select distinct on (p.feed) p.* from ops.pull p join ops.run r on r.run_id = ?
                where p.run_id = r.run_id
                   or p.run_id is null and p.started < coalesce(r.ended, now())
                      and p.started > coalesce((select max(o.started) from ops.run o
                                                where o.kind = 'nightly' and o.started < r.started), '-infinity')
                order by p.feed, p.pull_id desc""")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    table.row(
                            row.getString("feed"),
                            messages.text("pull." + row.getString("state")),
                            number(row, "pulled"),
                            number(row, "new"),
                            number(row, "changed"),
                            number(row, "withdrawn"),
                            number(row, "quarantined"),
                            number(row, "duplicates"));
                    note(row, notes);
                }
            }
        }
        returned(run, notes);
        unnamed(run, notes);
        table.lines().forEach(out::println);
        notes.forEach(out::println);
    }

    /** Characters that only the department can name. */
    private void unnamed(String run, List<String> notes) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select feed, characters, records from ops.unnamed_character where run_id = ? order by feed")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notes.add(messages.text("report.unnamed", row.getString(1), row.getLong(2), row.getLong(3)));
                }
            }
        }
    }

    /** Records of forgotten persons that came again. */
    private void returned(String run, List<String> notes) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select feed, records from ops.returned where run_id = ? order by feed")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notes.add(messages.text("report.returned", row.getString(1), row.getLong(2)));
                }
            }
        }
    }

    private void note(ResultSet row, List<String> notes) throws SQLException {
        if (row.getString("message") != null) {
            String since = row.getString("last_good");
            String reason = row.getString("reason") == null ? "SHRUNK" : row.getString("reason");
            String note = messages.text(
                    "report.note",
                    row.getString("feed"),
                    messages.text("reason." + reason),
                    messages.text("mend." + reason),
                    row.getString("message"));
            notes.add(note + (since == null ? "" : " " + messages.text("report.since", since.substring(0, 16))));
        }
        String[] drift = (String[]) row.getArray("drift").getArray();
        if (drift.length > 0) {
            notes.add("~ " + row.getString("feed") + ": " + messages.text("report.drift") + " "
                    + String.join("; ", drift));
        }
    }

    private void conservation(String run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select sum(pulled), sum(new + changed + unchanged), sum(quarantined), sum(duplicates)
                from ops.pull where run_id = ?""")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                out.println(messages.text(
                        "report.conservation", row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
            }
        }
    }

    /** Who reached an age by this run; nothing where nobody did. */
    private void ages(String run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select count(*) filter (where age = 14), count(*) filter (where age = 16),
                       count(*) filter (where age = 18), count(*)
                from ops.age_clock where run_id = ?""")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getLong(4) > 0) {
                    out.println(messages.text("report.ages", row.getLong(1), row.getLong(2), row.getLong(3)));
                }
            }
        }
    }

    /** The calls for help that a run brought, and how all applications stand; nothing where there are none. */
    private void wakeups(String run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select (select count(*) from wakeup.wakeup where run_id = ? and not rights.reports(kind)), count(*),
                       count(*) filter (where state in ('drafted', 'confirmed')),
                       count(*) filter (where state in ('sent', 'received', 'in_hand')),
                       count(*) filter (where state = 'asked_back'), count(*) filter (where state = 'done'),
                       count(*) filter (where state = 'refused'), count(*) filter (where state = 'overdue'),
                       count(*) filter (where attention is not null)
                from wakeup.application where not urgent""")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getLong(1) + row.getLong(2) > 0) {
                    out.println(messages.text(
                            "report.wakeups",
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7),
                            row.getLong(8),
                            row.getLong(9)));
                }
            }
        }
    }

    private void stages(String run) throws SQLException {
        TextTable table = new TextTable(
                messages.text("column.stage"),
                messages.text("column.records") + ">",
                messages.text("column.seconds") + ">",
                messages.text("column.rate") + ">");
        try (PreparedStatement select =
                connection.prepareStatement("select * from ops.stage where run_id = ? order by ended")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    double seconds = row.getDouble("seconds");
                    long records = row.getLong("records");
                    table.row(
                            row.getString("stage"),
                            "%,d".formatted(records),
                            "%.2f".formatted(seconds),
                            records == 0 ? "–" : "%,.0f".formatted(records / Math.max(seconds, 0.001)));
                }
            }
        }
        out.println();
        table.lines().forEach(out::println);
    }

    private static String number(ResultSet row, String column) throws SQLException {
        return "%,d".formatted(row.getInt(column));
    }
}
