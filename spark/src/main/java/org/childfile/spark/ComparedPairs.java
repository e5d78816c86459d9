package org.childfile.spark;

import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.TableStatistics;

/** The pairs of blocks whose weight reaches a floor. */
final class ComparedPairs extends PairBatches<Row> {

    static final StructType SCHEMA = Columns.of(
            "a", DataTypes.LongType,
            "b", DataTypes.LongType,
            "weight", DataTypes.DoubleType,
            "bar", DataTypes.StringType);

    private final double floor;
    private final LongAccumulator compared;

    private ComparedPairs(
            LinkModel model,
            Broadcast<TableStatistics> statistics,
            Broadcast<BlockPlan> plan,
            double floor,
            LongAccumulator compared) {
        super(model, statistics, plan);
        this.floor = floor;
        this.compared = compared;
    }

    /**
     * Pairs with their weight, the lower rank first.
     *
     * @param compared is told how many pairs were looked at; those of a task that was done twice count twice
     */
    static Dataset<Row> of(
            LinkModel model,
            Broadcast<TableStatistics> statistics,
            Broadcast<BlockPlan> plan,
            Dataset<Row> keyed,
            LongAccumulator compared) {
        ComparedPairs comparing =
                new ComparedPairs(model, statistics, plan, model.decision().reviewBits(), compared);
        return Blocks.of(plan, keyed, key -> true).mapPartitions(comparing, Encoders.row(SCHEMA));
    }

    @Override
    boolean everyTime() {
        return false;
    }

    @Override
    void of(Matcher matcher, PartRows.Part part, Blocks.Pairs pairs, List<Row> to) {
        Matcher.Comparer comparer = matcher.comparer();
        Edges edges = new Edges();
        for (int i = 0; i < pairs.size(); i++) {
            comparer.compare(
                    part.rows()[pairs.a(i)], part.rows()[pairs.b(i)], floor, Double.POSITIVE_INFINITY, edges);
        }
        for (int i = 0; i < edges.size(); i++) {
            to.add(RowFactory.create(
                    part.rank(edges.lower(i)), part.rank(edges.upper(i)), edges.weight(i), edges.bar(i)));
        }
        compared.add(pairs.size());
    }
}
