package org.childfile.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Components of graphs of odd forms are those that uniting edge by edge gives. */
class ComponentsTest {

    private static final int NODES = 600;

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void componentsOfPathsStarsAndChance(String adaptive) {
        List<long[]> edges = new ArrayList<>();
        Random random = new Random(7);
        // A path whose numbers jump about, so that the lowest is far from most.
        List<Integer> path = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
        java.util.Collections.shuffle(path, random);
        IntStream.range(1, path.size()).forEach(i -> edges.add(new long[] {path.get(i - 1), path.get(i)}));
        // A star around its highest.
        IntStream.range(200, 399).forEach(i -> edges.add(new long[] {i, 399}));
        // Pairs by chance, some of them twice, both ways.
        for (int i = 0; i < 150; i++) {
            long[] edge = {400 + random.nextInt(200), 400 + random.nextInt(200)};
            if (edge[0] != edge[1]) {
                edges.add(edge);
                edges.add(new long[] {edge[1], edge[0]});
            }
        }
        SparkSession spark = LocalSpark.session();
        spark.conf().set("spark.sql.adaptive.enabled", adaptive);
        spark.conf().set("spark.sql.shuffle.partitions", "3");
        Dataset<Row> graph = spark.createDataFrame(
                edges.stream()
                        .map(edge -> RowFactory.create(edge[0], edge[1]))
                        .toList(),
                Columns.of("a", DataTypes.LongType, "b", DataTypes.LongType));

        Map<Long, Long> found = new TreeMap<>();
        for (Row row : Components.of(graph).collectAsList()) {
            assertEquals(null, found.put(row.getLong(0), row.getLong(1)), "a node stands once");
        }
        spark.catalog().clearCache();

        assertEquals(united(edges), found);
    }

    private static Map<Long, Long> united(List<long[]> edges) {
        int[] root = IntStream.range(0, NODES).toArray();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (long[] edge : edges) {
                int lowest = Math.min(root[(int) edge[0]], root[(int) edge[1]]);
                moved |= root[(int) edge[0]] != lowest || root[(int) edge[1]] != lowest;
                root[(int) edge[0]] = lowest;
                root[(int) edge[1]] = lowest;
            }
        }
        Map<Long, Long> all = new TreeMap<>();
        for (long[] edge : edges) {
            all.put(edge[0], (long) root[(int) edge[0]]);
            all.put(edge[1], (long) root[(int) edge[1]]);
        }
        return all;
    }
}
