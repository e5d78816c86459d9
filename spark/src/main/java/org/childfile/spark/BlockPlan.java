package org.childfile.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.childfile.linkage.matching.BlockKey;
import org.childfile.linkage.model.LinkModel;

/**
 * What is known of all blocks before any pair is compared: the pairs of each rule, the blocks that are larger than the model
 * allows and are left out, and those that are split as one task would have too much of them.
 */
final class BlockPlan implements Serializable {

    /** A larger block is cut into pieces of half as many rows, and each two pieces are compared by themselves. */
    static final int SPLIT = 1_000;

    private static final int WORST = 5;

    /** By rule. */
    final long[] pairs;

    final long[] skippedPairs;
    private final List<List<Worst>> worst;
    /** The keys of blocks that are left out, ascending. */
    private final long[] left;
    /** The keys of blocks that are split, ascending, and into how many pieces. */
    private final long[] split;

    private final int[] pieces;

    /** A block, and the lowest of its rows. */
    record Worst(long key, long rows, long first) implements Serializable {}

    private BlockPlan(List<Counts> parts, LinkModel model) {
        int rules = model.blocks().size();
        pairs = new long[rules];
        skippedPairs = new long[rules];
        worst = new ArrayList<>();
        for (int rule = 0; rule < rules; rule++) {
            List<Worst> all = new ArrayList<>();
            for (Counts part : parts) {
                pairs[rule] += part.pairs[rule];
                skippedPairs[rule] += part.skipped[rule];
                all.addAll(part.worst.get(rule));
            }
            keepWorst(all);
            worst.add(List.copyOf(all));
        }
        List<Worst> large = parts.stream()
                .flatMap(part -> part.large.stream())
                .sorted(Comparator.comparingLong(Worst::key))
                .toList();
        left = large.stream()
                .filter(each -> each.rows() > model.maxBlock())
                .mapToLong(Worst::key)
                .toArray();
        List<Worst> cut =
                large.stream().filter(each -> each.rows() <= model.maxBlock()).toList();
        split = cut.stream().mapToLong(Worst::key).toArray();
        pieces = cut.stream().mapToInt(each -> (int) ((each.rows() * 2 + SPLIT - 1) / SPLIT)).toArray();
    }

    /** @param keyed as {@link KeyedRows} has them */
    static BlockPlan of(LinkModel model, Dataset<Row> keyed) {
        FlatMapFunction<Row, Row> memberships = row -> {
            List<Row> keys = new ArrayList<>();
            for (long key : Bytes.keys(row.<byte[]>getAs(4))) {
                keys.add(org.apache.spark.sql.RowFactory.create(key, row.getLong(0)));
            }
            return keys.iterator();
        };
        List<Counts> parts = keyed.flatMap(
                        memberships,
                        Encoders.row(Columns.of(
                                "block_key", org.apache.spark.sql.types.DataTypes.LongType,
                                Columns.RANK, org.apache.spark.sql.types.DataTypes.LongType)))
                .groupBy("block_key")
                .agg(functions.count(functions.lit(1)).as("members"), functions.min(Columns.RANK).as("first"))
                .filter(functions.col("members").gt(1))
                .toJavaRDD()
                .mapPartitions(new Counting(model.blocks().size(), model.maxBlock()))
                .collect();
        return new BlockPlan(parts, model);
    }

    private static void keepWorst(List<Worst> worst) {
        worst.sort(Comparator.comparingLong((Worst each) -> -each.rows()).thenComparingLong(Worst::first));
        while (worst.size() > WORST) {
            worst.removeLast();
        }
    }

    /** The largest blocks of a rule, largest first. */
    List<Worst> worst(int rule) {
        return worst.get(rule);
    }

    boolean leavesOut(long key) {
        return Arrays.binarySearch(left, key) >= 0;
    }

    /** The keys of a row without those of blocks that are left out. */
    long[] kept(long[] keys) {
        return left.length == 0 ? keys : Arrays.stream(keys).filter(key -> !leavesOut(key)).toArray();
    }

    /** Into how many pieces a block is cut; 1 for one that is not. */
    int pieces(long key) {
        int found = split.length == 0 ? -1 : Arrays.binarySearch(split, key);
        return found < 0 ? 1 : pieces[found];
    }

    /** What a partition of the counted keys comes to. */
    static final class Counts implements Serializable {
        final long[] pairs;
        final long[] skipped;
        final List<List<Worst>> worst = new ArrayList<>();
        final List<Worst> large = new ArrayList<>();

        Counts(int rules) {
            pairs = new long[rules];
            skipped = new long[rules];
            for (int rule = 0; rule < rules; rule++) {
                worst.add(new ArrayList<>());
            }
        }

        void block(Worst block, int maxBlock) {
            int rule = BlockKey.rule(block.key());
            List<Worst> ofRule = worst.get(rule);
            if (ofRule.size() < WORST || block.rows() >= ofRule.getLast().rows()) {
                ofRule.add(block);
                keepWorst(ofRule);
            }
            (block.rows() > maxBlock ? skipped : pairs)[rule] += block.rows() * (block.rows() - 1) / 2;
            if (block.rows() > Math.min(SPLIT, maxBlock)) {
                large.add(block);
            }
        }
    }

    private record Counting(int rules, int maxBlock) implements FlatMapFunction<Iterator<Row>, Counts> {

        @Override
        public Iterator<Counts> call(Iterator<Row> blocks) {
            Counts counts = new Counts(rules);
            blocks.forEachRemaining(
                    row -> counts.block(new Worst(row.getLong(0), row.getLong(1), row.getLong(2)), maxBlock));
            return List.of(counts).iterator();
        }
    }
}
