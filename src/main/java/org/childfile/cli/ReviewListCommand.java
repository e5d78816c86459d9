package org.childfile.cli;

import javax.sql.DataSource;
import org.childfile.linkage.ReviewQueue;
import org.childfile.linkage.ReviewQueue.Entry;
import org.childfile.linkage.Verdict;
import org.childfile.linkage.Verdicts;
import org.childfile.privacy.Keyring;
import org.childfile.privacy.Masking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile review list}: what waits for a person, or what persons decided. */
@Command(name = "list")
final class ReviewListCommand extends CommandBase {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    @Option(names = "--decided", descriptionKey = "review.decided")
    private boolean decided;

    @Option(names = "--reveal", descriptionKey = "option.reveal")
    private boolean reveal;

    ReviewListCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            DataSource service = warehouse.service();
            Keyring keys = warehouse.keys();
            TextTable table = decided ? decided(new Verdicts(service, keys)) : waiting(new ReviewQueue(service, keys));
            if (table.isEmpty()) {
                print(text(decided ? "none" : "review.empty"));
            } else {
                table.lines().forEach(this::print);
                say(text(decided ? "review.list.decided" : "review.list.waiting"));
            }
            return ExitCode.DONE;
        }
    }

    private TextTable waiting(ReviewQueue queue) {
        Words words = new Words(shell().messages());
        TextTable table = new TextTable(
                text("column.number") + ">",
                text("column.worth") + ">",
                text("column.bits") + ">",
                text("column.reason"),
                text("column.left"),
                text("column.right"));
        for (Entry entry : queue.list(limit)) {
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

    private TextTable decided(Verdicts verdicts) {
        Words words = new Words(shell().messages());
        Shown shown = new Shown(reveal);
        TextTable table = new TextTable(
                text("column.number") + ">",
                text("column.verdict"),
                text("column.records-named"),
                text("column.actor"),
                text("column.moment"),
                text("column.reason"));
        for (Verdict verdict : verdicts.latest(limit)) {
            table.row(
                    String.valueOf(verdict.number()),
                    words.kind(verdict.kind()),
                    shown.key(verdict.a()),
                    verdict.actor(),
                    words.moment(verdict.at()),
                    reveal ? verdict.reason() : Masking.text(verdict.reason()));
            Verdict.Undone undone = verdict.undone();
            table.row(
                    "",
                    undone == null ? "" : text("verdict.undone"),
                    shown.key(verdict.b()),
                    undone == null ? "" : undone.actor(),
                    undone == null ? "" : words.moment(undone.at()),
                    undone == null ? "" : reveal ? undone.reason() : Masking.text(undone.reason()));
        }
        return table;
    }
}
