package org.childfile.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.childfile.linkage.matching.BlockingReport;
import org.childfile.linkage.matching.Trainer;
import org.childfile.linkage.matching.TrainingOptions;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.run.EngineLines;
import org.childfile.linkage.run.LinkCounts;
import org.childfile.linkage.run.PairDecision;
import org.childfile.linkage.table.TableStatistics;
import org.childfile.settings.Problems;

/**
 * Links tables stage by stage, as {@link org.childfile.linkage.run.Linking} does in memory. Between stages the rows are on disk, so
 * that a stage that is done again reads what the first one read.
 */
final class SparkLinking {

    private final SparkSession spark;
    private final JobRequest request;
    private final EngineLines.Listener told;
    private String stage = "";
    private long began;

    SparkLinking(SparkSession spark, JobRequest request, EngineLines.Listener told) {
        this.spark = spark;
        this.request = request;
        this.told = told;
    }

    /** Links; what was asked for wrongly is a problem, and then nothing is written. */
    void run(Problems problems) throws IOException {
        begin("link.stage.read");
        LinkModel model = LinkModel.read(request.model(), problems);
        problems.raise();
        Dataset<Row> cells = new InputTables(spark, request, model, problems).read();
        problems.raise();
        InputFaults faults = new InputFaults(spark, request.inputs());
        Dataset<Row> rows = RankedRows.of(spark, model, Objects.requireNonNull(cells), faults)
                .persist(StorageLevel.DISK_ONLY());
        WholeTable whole = WholeTable.of(model, rows, request.inputs().size());
        faults.tell(whole.twice(), problems);
        problems.raise();
        end(whole.rows());
        begin("link.stage.block");

        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        Broadcast<TableStatistics> statistics = context.broadcast(whole.statistics());
        Dataset<Row> keyed = KeyedRows.of(model, statistics, rows).persist(StorageLevel.DISK_ONLY());
        BlockPlan plan = BlockPlan.of(model, keyed);
        rows.unpersist();
        Broadcast<BlockPlan> sentPlan = context.broadcast(plan);
        told.blocking(report(model, plan, keyed, statistics));
        end(0);

        if (request.learn() || !model.learned()) {
            told.learning(model.learned());
            begin("link.stage.learn");
            model = Trainer.train(
                            model,
                            TrainingOptions.seeded(request.seed()),
                            new SparkPatterns(spark, model, whole, statistics, plan, sentPlan, keyed))
                    .model();
            end(0);
        }
        begin("link.stage.compare");
        LongAccumulator compared = spark.sparkContext().longAccumulator("pairs compared");
        Dataset<Row> edges =
                ComparedPairs.of(model, statistics, sentPlan, keyed, compared).persist(StorageLevel.DISK_ONLY());
        edges.count();
        end(compared.value());
        begin("link.stage.join");

        Dataset<Row> components = Components.of(edges);
        Dataset<Row> persons =
                Persons.of(model, statistics, keyed, edges, components).persist(StorageLevel.DISK_ONLY());
        persons.count();
        end(0);
        begin("link.stage.write");
        write(model, keyed, persons, whole, compared.value());
    }

    private void write(LinkModel model, Dataset<Row> keyed, Dataset<Row> persons, WholeTable whole, long compared)
            throws IOException {
        Results results = new Results(spark, keyed, persons, request.names());
        Dataset<Row> roots = results.roots().persist(StorageLevel.DISK_ONLY());
        Results.write(results.clusters(roots), request.out());
        if (request.pairs() != null) {
            Results.write(results.pairs(), request.pairs());
        }
        if (request.modelOut() != null) {
            Files.writeString(request.modelOut(), model.written());
        }
        told.counts(counts(roots, persons, whole, compared));
        end(0);
    }

    private static BlockingReport report(
            LinkModel model, BlockPlan plan, Dataset<Row> keyed, Broadcast<TableStatistics> statistics) {
        List<Object> firsts = new ArrayList<>();
        for (int rule = 0; rule < model.blocks().size(); rule++) {
            plan.worst(rule).forEach(each -> firsts.add(each.first()));
        }
        PartRows rows = new PartRows(model, statistics.value());
        for (Row row : keyed.filter(functions.col(Columns.RANK).isin(firsts.toArray())).collectAsList()) {
            rows.add(row.getLong(0), row.getInt(1), row.getAs(3));
        }
        return rows.report(plan);
    }

    private LinkCounts counts(Dataset<Row> roots, Dataset<Row> persons, WholeTable whole, long compared) {
        TreeMap<Integer, Long> sizes = new TreeMap<>();
        long clusters = 0;
        for (Row row : roots.groupBy("root")
                .count()
                .groupBy(functions.least(functions.col("count"), functions.lit(LinkCounts.MOST_SIZES)))
                .count()
                .collectAsList()) {
            sizes.put((int) row.getLong(0), row.getLong(1));
            clusters += row.getLong(1);
        }
        long joined = 0;
        long review = 0;
        for (Row row : persons.filter(functions.col("decision").isNotNull())
                .groupBy("decision")
                .count()
                .collectAsList()) {
            joined += row.getString(0).equals(PairDecision.JOINED.written()) ? row.getLong(1) : 0;
            review += row.getString(0).equals(PairDecision.REVIEW.written()) ? row.getLong(1) : 0;
        }
        return new LinkCounts(whole.rows(), request.inputs().size(), clusters, sizes, compared, joined, review);
    }

    private void begin(String key) {
        stage = key;
        began = System.nanoTime();
        told.begins(key);
    }

    private void end(long count) {
        told.stage(stage, count, (System.nanoTime() - began) / 1e9);
    }
}
