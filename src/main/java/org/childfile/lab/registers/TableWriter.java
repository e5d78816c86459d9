package org.childfile.lab.registers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.FamilyMaker;
import org.childfile.lab.world.IdNumbers;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Mistakes;
import org.childfile.lab.world.Rng;
import org.childfile.lab.world.Settlement;
import org.childfile.lab.world.Tally;
import org.childfile.lab.world.WorldPlan;
import org.childfile.storage.PrivateFiles;

/**
 * Writes what all departments know of the children of a made world as one table: a line a record, with the slips of its
 * department, and last the person whom it is truly about. Nothing is kept in memory; the same plan gives the same bytes.
 */
public final class TableWriter {

    /** Records that the departments hold of a child, about. */
    private static final double RECORDS_A_CHILD = 3.84;

    private static final int TELL_EVERY = 10_000;

    private final WorldPlan plan;
    private final Tally tally = new Tally();
    private final List<ChildFeed<?>> feeds;
    private final List<Mistakes> rates;
    private long rows;

    private TableWriter(WorldPlan plan) {
        this.plan = plan;
        this.feeds = Departments.feeds(plan.firstNight());
        this.rates = feeds.stream()
                .map(feed -> feed.rates(plan.rates().scaled(plan.mistakes())))
                .toList();
    }

    /** A world whose table has about so many rows. */
    public static int childrenFor(long rows) {
        return (int) Math.max(1, Math.round(rows / RECORDS_A_CHILD));
    }

    /**
     * Writes the table of a plan's world; the file is replaced.
     *
     * @param progress told now and then how many rows are written
     * @return how many rows there are
     * @throws IOException where the file cannot be written
     */
    public static long write(WorldPlan plan, Path file, LongConsumer progress) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            PrivateFiles.folder(directory);
        }
        TableWriter writer = new TableWriter(plan);
        try (TextSink sink = new TextSink(file, StandardCharsets.UTF_8, "\n")) {
            sink.put(TableRow.HEADER);
            writer.families(sink, progress);
        }
        return writer.rows;
    }

    private void families(Sink<String> sink, LongConsumer progress) throws IOException {
        FamilyMaker families = new FamilyMaker(plan, new IdNumbers(plan.seed()), tally);
        for (Settlement.Share share : Settlement.of(plan)) {
            for (int room = share.children(); room > 0; ) {
                List<Child> family = families.next(share, room);
                room -= family.size();
                for (Child child : family) {
                    for (int i = 0; i < feeds.size(); i++) {
                        take(child, i, sink);
                    }
                    if (child.index() % TELL_EVERY == 0) {
                        progress.accept(rows);
                    }
                }
            }
        }
    }

    private void take(Child child, int position, Sink<String> sink) throws IOException {
        ChildFeed<?> feed = feeds.get(position);
        int number = position + 1;
        Rng rng = FeedWriter.diceOfKnowing(plan, number, child);
        if (feed.knows(child, rng)) {
            put(child, feed, FeedWriter.writer(plan, number, child, 0, rates.get(position), null), sink);
            if (feed.mayHoldTwo() && rng.chance(rates.get(position).rate(Mistake.SECOND_RECORD))) {
                put(child, feed, FeedWriter.writer(plan, number, child, 1, rates.get(position), null), sink);
            }
        }
    }

    private void put(Child child, ChildFeed<?> feed, RecordWriter writer, Sink<String> sink) throws IOException {
        sink.put(feed.row(child, writer).line(++rows, feed.name()));
    }
}
