package org.childfile.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.TableStatistics;
import org.jspecify.annotations.Nullable;

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
        @Nullable Row[] next = {rows.hasNext() ? rows.next() : null};
        // The stream ends one row later than the rows do.
        return new Batches<>(List.of(next).iterator(), (begin, to) -> {
            PartRows part = new PartRows(model, statistics.value());
            Blocks.Pairs pairs = new Blocks.Pairs();
            Row row = next[0];
            while (row != null && part.size() < MOST_ROWS && pairs.size() < MOST_PAIRS) {
                long key = row.getLong(0);
                row = blocks.next(row, rows, (a, b, first) -> {
                    if (first || everyTime()) {
                        pairs.add(
                                part.add(a.rank(), a.source(), a.values()),
                                part.add(b.rank(), b.source(), b.values()),
                                first ? key : ~key);
                    }
                });
            }
            next[0] = row;
            if (pairs.size() > 0) {
                PartRows.Part table = part.part();
                of(Matcher.ofPart(model, table.table()), table, pairs, to);
            }
            return row != null;
        });
    }
}
