package org.childfile.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.TableStatistics;

/**
 * Looks at the pairs of blocks, so many at a time that a table of their rows stays small. Rows none of whose pairs is looked at are
 * not read.
 */
abstract class PairBatches<O> implements MapPartitionsFunction<Row, O> {

    private static final int MOST_ROWS = 40_000;
    private static final int MOST_PAIRS = 1_000_000;

    final LinkModel model;
    private final Broadcast<TableStatistics> statistics;
    private final Broadcast<BlockPlan> plan;

    PairBatches(LinkModel model, Broadcast<TableStatistics> statistics, Broadcast<BlockPlan> plan) {
        this.model = model;
        this.statistics = statistics;
        this.plan = plan;
    }

    /** Whether a pair is looked at that an earlier key has brought. */
    abstract boolean everyTime();

    /** What is made of some pairs; those of a later block stand behind. */
    abstract void of(Matcher matcher, PartRows.Part part, Blocks.Pairs pairs, List<O> to);

    @Override
    public Iterator<O> call(Iterator<Row> rows) {
        Blocks.Reader blocks = new Blocks.Reader(plan.value(), model.link() != LinkModel.Link.ALL);
        return new Batches<>(new Peeking<>(rows), (from, to) -> {
            PartRows part = new PartRows(model, statistics.value());
            Blocks.Pairs pairs = new Blocks.Pairs();
            while (from.hasNext() && part.size() < MOST_ROWS && pairs.size() < MOST_PAIRS) {
                long key = from.peek().getLong(0);
                blocks.next(from, (a, b, first) -> {
                    if (first || everyTime()) {
                        pairs.add(
                                part.add(a.rank(), a.source(), a.values()),
                                part.add(b.rank(), b.source(), b.values()),
                                first ? key : ~key);
                    }
                });
            }
            if (pairs.size() > 0) {
                PartRows.Part table = part.part();
                of(Matcher.ofPart(model, table.table()), table, pairs, to);
            }
            return from.hasNext();
        });
    }
}
