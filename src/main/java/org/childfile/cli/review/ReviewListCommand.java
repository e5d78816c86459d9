package org.childfile.cli.review;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Masking;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.Words;
import org.childfile.files.identity.RecordPair;
import org.childfile.files.identity.ReviewQueue;
import org.childfile.files.identity.ReviewQueue.Entry;
import org.childfile.files.identity.Verdict;
import org.childfile.files.identity.Verdicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code childfile review list}: what waits for a person, or what persons decided. */
@Command(name = "list")
final class ReviewListCommand extends CommandBase {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    @Option(names = "--decided", descriptionKey = "review.decided")
    private boolean decided;

    @Option(names = "--changed", descriptionKey = "review.changed")
    private boolean changed;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    ReviewListCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            DataSource service = warehouse.service();
            Keyring keys = warehouse.keys();
            Verdicts said = new Verdicts(service, keys);
            boolean waiting = !decided && !changed;
            List<Entry> entries = waiting ? new ReviewQueue(service, keys).list(limit) : List.of();
            List<Verdict> onOtherData = decided ? List.of() : said.changed(limit);
            List<Verdict> verdicts = waiting ? List.of() : changed ? onOtherData : said.latest(limit);
            CliDoor.reviewer(warehouse)
                    .under(this, reveal)
                    .record(
                            "review list",
                            entries.stream()
                                    .flatMap(entry -> Stream.of(entry.left(), entry.right()))
                                    .map(RecordPair.Side::personId)
                                    .toList(),
                            waiting ? List.of() : List.of("source_key", "reason"),
                            CliDoor.detail(reveal.reveals()) + ", rows " + (entries.size() + verdicts.size()));
            TextTable table = waiting ? waiting(entries) : decided(verdicts);
            if (table.isEmpty()) {
                print(text(waiting ? "review.empty" : "none"));
            } else {
                table.lines().forEach(this::print);
                say(text(waiting ? "review.list.waiting" : changed ? "review.list.changed" : "review.list.decided"));
            }
            if (waiting && !onOtherData.isEmpty()) {
                say(text("review.list.on-other-data", onOtherData.size()));
            }
            return ExitCode.DONE;
        }
    }

    private TextTable waiting(List<Entry> entries) {
        Words words = new Words(shell().messages());
        TextTable table = new TextTable(
                text("column.number") + ">",
                text("column.worth") + ">",
                text("column.bits") + ">",
                text("column.reason"),
                text("column.left"),
                text("column.right"));
        for (Entry entry : entries) {
            table.row(
                    String.valueOf(entry.number()),
                    String.format(java.util.Locale.ROOT, "%.1f", entry.worth()),
                    Words.bits(entry.weight()),
                    words.reason(entry.reason()),
                    entry.a().feed() + " (" + entry.left().records() + ")",
                    entry.b().feed() + " (" + entry.right().records() + ")");
        }
        return table;
    }

    private TextTable decided(List<Verdict> verdicts) {
        Words words = new Words(shell().messages());
        Shown shown = new Shown(reveal.reveals());
        TextTable table = new TextTable(
                text("column.number") + ">",
                text("column.verdict"),
                text("column.records-named"),
                text("column.actor"),
                text("column.moment"),
                text("column.reason"));
        for (Verdict verdict : verdicts) {
            table.row(
                    String.valueOf(verdict.number()),
                    words.kind(verdict.kind()),
                    shown.key(verdict.a()),
                    verdict.actor(),
                    words.moment(verdict.at()),
                    reveal.reveals() ? verdict.reason() : Masking.text(verdict.reason()));
            Verdict.Undone undone = verdict.undone();
            table.row(
                    "",
                    undone != null ? text("verdict.undone") : verdict.changed() != null ? text("verdict.changed") : "",
                    shown.key(verdict.b()),
                    undone == null ? "" : undone.actor(),
                    undone != null
                            ? words.moment(undone.at())
                            : verdict.changed() != null ? words.moment(verdict.changed()) : "",
                    undone == null ? "" : reveal.reveals() ? undone.reason() : Masking.text(undone.reason()));
        }
        return table;
    }
}
