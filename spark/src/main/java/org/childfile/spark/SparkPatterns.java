package org.childfile.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.childfile.linkage.matching.BlockKey;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.matching.PairPatterns;
import org.childfile.linkage.matching.Patterns;
import org.childfile.linkage.matching.RandomPairs;
import org.childfile.linkage.matching.TrainingOptions;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.TableStatistics;

/** Gathers the patterns of the very pairs from which a model is learned in memory. */
record SparkPatterns(
        SparkSession spark,
        LinkModel model,
        WholeTable whole,
        Broadcast<TableStatistics> statistics,
        BlockPlan plan,
        Broadcast<BlockPlan> sentPlan,
        Dataset<Row> keyed)
        implements PairPatterns {

    /** How often a pattern was met: by the key's rule among all pairs, and by the rule's complement among first ones. */
    private static final StructType COUNTED = Columns.of(
            "rule", DataTypes.IntegerType,
            "pattern", DataTypes.LongType,
            "pairs", DataTypes.LongType);

    private static final StructType DRAWN = Columns.of(
            "task", DataTypes.IntegerType,
            Columns.RANK, DataTypes.LongType,
            Columns.SOURCE, DataTypes.IntegerType,
            Columns.VALUES, DataTypes.BinaryType);

    @Override
    public double population() {
        return PairPatterns.population(model, whole.ofSources());
    }

    @Override
    public Patterns random(long seed, long most) {
        RandomPairs pairs = new RandomPairs(seed, whole.rows(), most);
        if (pairs.every()) {
            return every(pairs);
        }
        Map<Long, List<Integer>> tasks = new HashMap<>();
        for (int task = 0; task < pairs.tasks(); task++) {
            for (long rank : Arrays.stream(pairs.drawn(task)).distinct().toArray()) {
                tasks.computeIfAbsent(rank, absent -> new ArrayList<>()).add(task);
            }
        }
        Broadcast<Map<Long, List<Integer>>> drawn = new org.apache.spark.api.java.JavaSparkContext(spark.sparkContext()).broadcast(tasks);
        FlatMapFunction<Row, Row> draw = row -> drawn.value().getOrDefault(row.getLong(0), List.of()).stream()
                .map(task -> RowFactory.create(task, row.getLong(0), row.getInt(1), row.get(3)))
                .iterator();
        LinkModel of = model;
        Broadcast<TableStatistics> values = statistics;
        FlatMapGroupsFunction<Integer, Row, Row> counting = (task, rows) -> {
            PartRows part = new PartRows(of, values.value());
            while (rows.hasNext()) {
                Row row = rows.next();
                part.add(row.getLong(1), row.getInt(2), row.getAs(3));
            }
            return counted(0, patterns(of, part, pairs, List.of(task)));
        };
        return sum(keyed.flatMap(draw, Encoders.row(DRAWN))
                        .groupByKey((MapFunction<Row, Integer>) row -> row.getInt(0), Encoders.INT())
                        .flatMapGroups(counting, Encoders.row(COUNTED)))
                .getOrDefault(0, new Patterns());
    }

    /** Of a table that is so small that all pairs are looked at. */
    private Patterns every(RandomPairs pairs) {
        PartRows part = new PartRows(model, statistics.value());
        for (Row row : keyed.collectAsList()) {
            part.add(row.getLong(0), row.getInt(1), row.getAs(3));
        }
        return patterns(
                model, part, pairs, IntStream.range(0, pairs.tasks()).boxed().toList());
    }

    private static Patterns patterns(LinkModel model, PartRows rows, RandomPairs pairs, List<Integer> tasks) {
        PartRows.Part part = rows.part();
        LongBinaryOperator pattern = Matcher.ofPart(model, part.table()).patterns();
        Patterns patterns = new Patterns();
        for (int task : tasks) {
            pairs.of(task, (a, b) -> {
                int one = part.rows()[rows.arrival(a)];
                int other = part.rows()[rows.arrival(b)];
                if (model.link() == LinkModel.Link.ALL || part.table().source(one) != part.table().source(other)) {
                    patterns.add(pattern.applyAsLong(one, other), 1);
                }
            });
        }
        return patterns;
    }

    private static Iterator<Row> counted(int rule, Patterns patterns) {
        return Arrays.stream(patterns.sorted())
                .mapToObj(pattern -> RowFactory.create(rule, pattern, patterns.count(pattern)))
                .iterator();
    }

    private static Map<Integer, Patterns> sum(Dataset<Row> counted) {
        Map<Integer, Patterns> sums = new HashMap<>();
        for (Row row : counted.groupBy("rule", "pattern").sum("pairs").collectAsList()) {
            sums.computeIfAbsent(row.getInt(0), rule -> new Patterns()).add(row.getLong(1), row.getLong(2));
        }
        return sums;
    }

    @Override
    public Blocked blocked(long mostOfARule) {
        double[] shares = Arrays.stream(plan.pairs)
                .mapToDouble(pairs -> PairPatterns.share(mostOfARule, pairs))
                .toArray();
        Map<Integer, Patterns> sums = sum(Blocks.of(
                        sentPlan, keyed, key -> BlockKey.sampled(key, shares[BlockKey.rule(key)]))
                .mapPartitions(new Counting(model, statistics, sentPlan), Encoders.row(COUNTED)));
        Patterns[] all = new Patterns[shares.length];
        Patterns[] first = new Patterns[shares.length];
        Arrays.setAll(all, rule -> sums.getOrDefault(rule, new Patterns()));
        Arrays.setAll(first, rule -> sums.getOrDefault(~rule, new Patterns()));
        return new Blocked(all, first, shares);
    }

    @Override
    public Patterns labelled(List<TrainingOptions.Labelled> labelled) {
        throw new IllegalStateException("labelled pairs are not read by this engine");
    }

    /** Counts the patterns of all pairs of blocks, and of those that no earlier key brings. */
    private static final class Counting extends PairBatches<Row> {

        Counting(LinkModel model, Broadcast<TableStatistics> statistics, Broadcast<BlockPlan> plan) {
            super(model, statistics, plan);
        }

        @Override
        boolean everyTime() {
            return true;
        }

        @Override
        void of(Matcher matcher, PartRows.Part part, Blocks.Pairs pairs, List<Row> to) {
            LongBinaryOperator pattern = matcher.patterns();
            Map<Integer, Patterns> counts = new HashMap<>();
            for (int i = 0; i < pairs.size(); i++) {
                long met = pattern.applyAsLong(part.rows()[pairs.a(i)], part.rows()[pairs.b(i)]);
                long tag = pairs.tag(i);
                int rule = BlockKey.rule(tag < 0 ? ~tag : tag);
                counts.computeIfAbsent(rule, absent -> new Patterns()).add(met, 1);
                if (tag >= 0) {
                    counts.computeIfAbsent(~rule, absent -> new Patterns()).add(met, 1);
                }
            }
            counts.forEach((rule, patterns) -> counted(rule, patterns).forEachRemaining(to::add));
        }
    }
}
