package org.childfile.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * The connected components of a graph, each named by its lowest node: large and small stars in turn (Kiveris, Lattanzi, Mirrokni,
 * Rastogi and Vassilvitskii 2014) until no edge moves.
 *
 * <ol>
 *   <li>Large star: every node hangs its higher neighbours to the lowest of its neighbours and itself.
 *   <li>Small star: every node hangs its lower neighbours and itself to the lowest of them.
 * </ol>
 *
 * <p>A node's neighbours are read as a sorted stream, so a node with any number of them needs no memory. The graph of one round is
 * on disk, and that of the round before is given up.
 */
final class Components {

    static final StructType SCHEMA = Columns.of("node", DataTypes.LongType, "component", DataTypes.LongType);

    private static final String NODE = "node";
    private static final String NEAR = "near";
    private static final StructType STAR = Columns.of(NODE, DataTypes.LongType, NEAR, DataTypes.LongType);

    private Components() {}

    /**
     * The component of every node that has an edge.
     *
     * @param edges of two columns, a and b, two nodes each
     */
    static Dataset<Row> of(Dataset<Row> edges) {
        Dataset<Row> graph = edges.select(functions.col("a").as(NODE), functions.col("b").as(NEAR));
        Dataset<Row> before = graph;
        @Nullable Row sum = null;
        while (true) {
            Dataset<Row> stars = smallStar(largeStar(graph)).persist(StorageLevel.DISK_ONLY());
            Row next = stars.agg(
                            functions.count(functions.lit(1)),
                            functions.expr("coalesce(bit_xor(xxhash64(node, near)), 0)"))
                    .first();
            if (before != graph) {
                before.unpersist();
            }
            before = graph;
            graph = stars;
            if (next.equals(sum)) {
                break;
            }
            sum = next;
        }
        // Every edge leads from a node to the lowest of its component now.
        return graph.select(functions.col(NODE), functions.col(NEAR).as("component"))
                .union(graph.select(functions.col(NEAR), functions.col(NEAR)).distinct())
                .toDF("node", "component");
    }

    private static Dataset<Row> largeStar(Dataset<Row> graph) {
        FlatMapFunction<Row, Row> bothWays = edge -> List.of(
                        edge, RowFactory.create(edge.getLong(1), edge.getLong(0)))
                .iterator();
        return sorted(graph.flatMap(bothWays, Encoders.row(STAR))).mapPartitions(new Star(true), Encoders.row(STAR));
    }

    private static Dataset<Row> smallStar(Dataset<Row> graph) {
        return sorted(graph.select(
                        functions.greatest(NODE, NEAR).as(NODE), functions.least(NODE, NEAR).as(NEAR)))
                .mapPartitions(new Star(false), Encoders.row(STAR))
                .distinct();
    }

    private static Dataset<Row> sorted(Dataset<Row> graph) {
        return graph.repartition(functions.col(NODE)).sortWithinPartitions(NODE, NEAR);
    }

    /** Hangs the neighbours of each node to the lowest. */
    private record Star(boolean large) implements MapPartitionsFunction<Row, Row> {

        private static final int AT_ONCE = 4_096;

        @Override
        public Iterator<Row> call(Iterator<Row> edges) {
            Hanging hanging = new Hanging(large);
            return new Batches<>(edges, (from, to) -> {
                while (from.hasNext() && to.size() < AT_ONCE) {
                    Row edge = from.next();
                    hanging.take(edge.getLong(0), edge.getLong(1), to);
                }
                return from.hasNext();
            });
        }
    }

    /** Where in the stream of edges a partition is. */
    private static final class Hanging {
        private final boolean large;
        private long node = -1;
        private long lowest;
        private long last;

        Hanging(boolean large) {
            this.large = large;
        }

        void take(long of, long near, List<Row> to) {
            boolean begins = of != node;
            if (begins) {
                node = of;
                lowest = Math.min(of, near);
            } else if (near == last) {
                return;
            }
            last = near;
            if (large) {
                if (near > of) {
                    to.add(RowFactory.create(near, lowest));
                }
                return;
            }
            if (begins) {
                to.add(RowFactory.create(of, lowest));
            }
            if (near != lowest) {
                to.add(RowFactory.create(near, lowest));
            }
        }
    }
}
