package org.childfile.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.childfile.linkage.matching.Clustering;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.matching.RowClusters;
import org.childfile.linkage.matching.RowVerdicts;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.run.PairDecision;
import org.childfile.linkage.table.TableStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rows are one person, on whole components of the graph of edges, so many at a time that a table of their rows stays
 * small: nothing that is decided in one component depends on another.
 */
final class Persons {

    /** A row and the lowest of its cluster; or, with a decision, a pair. */
    static final StructType SCHEMA = Columns.of(
            "a", DataTypes.LongType,
            "b", DataTypes.LongType,
            "weight", DataTypes.DoubleType,
            "decision", DataTypes.StringType);

    /** In the place of the other row of a pair: what stands there is a row, and comes before the pairs of its component. */
    private static final long IS_ROW = -1;

    private Persons() {}

    /**
     * Decides.
     *
     * @param edges as {@link ComparedPairs} has them
     * @param components as {@link Components} has them
     */
    static Dataset<Row> of(
            LinkModel model,
            Broadcast<TableStatistics> statistics,
            Dataset<Row> keyed,
            Dataset<Row> edges,
            Dataset<Row> components) {
        Dataset<Row> rows = keyed.join(components, keyed.col(Columns.RANK).equalTo(components.col("node")))
                .select(
                        functions.col("component"),
                        functions.col(Columns.RANK).as("a"),
                        functions.lit(IS_ROW).as("b"),
                        functions.col(Columns.SOURCE),
                        functions.lit(0.0).as("weight"),
                        functions.lit(null).cast(DataTypes.StringType).as("bar"),
                        functions.col(Columns.VALUES));
        Dataset<Row> pairs = edges.join(components, edges.col("a").equalTo(components.col("node")))
                .select(
                        functions.col("component"),
                        functions.col("a"),
                        functions.col("b"),
                        functions.lit(0).as(Columns.SOURCE),
                        functions.col("weight"),
                        functions.col("bar"),
                        functions.lit(null).cast(DataTypes.BinaryType).as(Columns.VALUES));
        return rows.union(pairs)
                .repartition(functions.col("component"))
                .sortWithinPartitions("component", "b", "a")
                .mapPartitions(new Deciding(model, statistics), Encoders.row(SCHEMA));
    }

    private record Deciding(LinkModel model, Broadcast<TableStatistics> statistics)
            implements MapPartitionsFunction<Row, Row> {

        private static final int MOST_ROWS = 20_000;

        @Override
        public Iterator<Row> call(Iterator<Row> stream) {
            return new Batches<>(new Peeking<>(stream), (from, to) -> {
                Component batch = new Component(new PartRows(model, statistics.value()));
                while (from.hasNext() && batch.rows.size() < MOST_ROWS) {
                    long component = from.peek().getLong(0);
                    for (Row row = from.peek(); row != null && row.getLong(0) == component; row = from.peek()) {
                        batch.take(from.next());
                    }
                }
                batch.decide(model, to);
                return from.hasNext();
            });
        }
    }

    /** The rows and edges of some components. */
    private static final class Component {
        private final PartRows rows;
        private final Blocks.Pairs pairs = new Blocks.Pairs();
        private final List<@Nullable String> bars = new ArrayList<>();

        Component(PartRows rows) {
            this.rows = rows;
        }

        void take(Row row) {
            if (row.getLong(2) == IS_ROW) {
                rows.add(row.getLong(1), row.getInt(3), row.getAs(6));
            } else {
                pairs.add(
                        rows.arrival(row.getLong(1)),
                        rows.arrival(row.getLong(2)),
                        Double.doubleToRawLongBits(row.getDouble(4)));
                bars.add(row.isNullAt(5) ? null : row.getString(5));
            }
        }

        void decide(LinkModel model, List<Row> to) {
            PartRows.Part part = rows.part();
            Edges edges = new Edges();
            for (int i = 0; i < pairs.size(); i++) {
                edges.add(
                        part.rows()[pairs.a(i)],
                        part.rows()[pairs.b(i)],
                        Double.longBitsToDouble(pairs.tag(i)),
                        bars.get(i));
            }
            RowClusters clusters =
                    Clustering.decide(Matcher.ofPart(model, part.table()), edges, RowVerdicts.NONE);
            int[] of = clusters.of();
            for (int row = 0; row < of.length; row++) {
                to.add(RowFactory.create(part.rank(row), part.rank(of[row]), 0.0, null));
            }
            PairDecision.Decisions decisions = PairDecision.of(clusters);
            for (int i = 0; i < edges.size(); i++) {
                to.add(RowFactory.create(
                        part.rank(edges.lower(i)),
                        part.rank(edges.upper(i)),
                        edges.weight(i),
                        decisions.of(edges.lower(i), edges.upper(i)).written()));
            }
        }
    }
}
