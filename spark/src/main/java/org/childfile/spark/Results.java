package org.childfile.spark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.childfile.linkage.run.LinkTables;

/** What was decided as tables for others: rows with the numbers of their clusters, and pairs. */
final class Results {

    private static final StructType NUMBERED = Columns.of("root", DataTypes.LongType, "cluster", DataTypes.LongType);

    private final SparkSession spark;
    private final Dataset<Row> keyed;
    private final Dataset<Row> persons;
    private final List<String> names;

    /**
     * @param keyed as {@link KeyedRows} has them
     * @param persons as {@link Persons} has them
     * @param names of the tables, by their numbers
     */
    Results(SparkSession spark, Dataset<Row> keyed, Dataset<Row> persons, List<String> names) {
        this.spark = spark;
        this.keyed = keyed;
        this.persons = persons;
        this.names = List.copyOf(names);
    }

    /** By row its rank and the lowest rank of its cluster. */
    Dataset<Row> roots() {
        Dataset<Row> decided = persons.filter(functions.col("decision").isNull());
        return keyed.select(Columns.RANK, Columns.SOURCE, Columns.ID)
                .join(decided, functions.col(Columns.RANK).equalTo(functions.col("a")), "left")
                .select(
                        functions.col(Columns.RANK),
                        functions.col(Columns.SOURCE),
                        functions.col(Columns.ID),
                        functions.coalesce(functions.col("b"), functions.col(Columns.RANK))
                                .as("root"));
    }

    /** Every row with its cluster, in the order of source and id; clusters are numbered from 1 in the order of their first rows. */
    Dataset<Row> clusters(Dataset<Row> roots) {
        Dataset<Row> numbers = spark.createDataFrame(
                roots.filter(functions.col("root").equalTo(functions.col(Columns.RANK)))
                        .select("root")
                        .sort("root")
                        .toJavaRDD()
                        .zipWithIndex()
                        .map(each -> RowFactory.create(each._1().getLong(0), each._2() + 1)),
                NUMBERED);
        return named(roots.join(numbers, "root").sort(Columns.RANK), Columns.SOURCE, "source_name")
                .select(
                        functions.col("source_name").as("source"),
                        functions.col(Columns.ID),
                        functions.col("cluster"));
    }

    /** Every pair from the review threshold on, strongest first. */
    Dataset<Row> pairs() {
        Dataset<Row> pairs = persons.filter(functions.col("decision").isNotNull());
        Dataset<Row> ids = keyed.select(Columns.RANK, Columns.SOURCE, Columns.ID);
        Dataset<Row> both = pairs.join(
                        ids.toDF("rank_a", "source_a", "id_a"),
                        functions.col("a").equalTo(functions.col("rank_a")))
                .join(
                        ids.toDF("rank_b", "source_b", "id_b"),
                        functions.col("b").equalTo(functions.col("rank_b")))
                .sort(functions.col("weight").desc(), functions.col("a"), functions.col("b"));
        return named(named(both, "source_a", "name_a"), "source_b", "name_b")
                .select(
                        functions.col("name_a").as("source_a"),
                        functions.col("id_a"),
                        functions.col("name_b").as("source_b"),
                        functions.col("id_b"),
                        functions.col("weight"),
                        functions.expr("1 / (1 + power(2, -weight))").as("probability"),
                        functions.col("decision"));
    }

    private Dataset<Row> named(Dataset<Row> table, String source, String name) {
        org.apache.spark.sql.Column chosen = functions.lit(names.getFirst());
        for (int i = 1; i < names.size(); i++) {
            chosen = functions.when(functions.col(source).equalTo(i), names.get(i)).otherwise(chosen);
        }
        return table.withColumn(name, chosen);
    }

    /**
     * Writes a table.
     *
     * @param to {@code csv:} and a path of this machine, {@code parquet:} and a path that nothing has yet, or an address of JDBC with
     *     a table behind {@code #} that is not there yet
     */
    static void write(Dataset<Row> table, String to) throws IOException {
        int at = to.indexOf(':') + 1;
        switch (to.substring(0, at)) {
            case "csv:" -> csv(table, Path.of(to.substring(at)));
            case "parquet:" -> table.write().mode(SaveMode.ErrorIfExists).parquet(to.substring(at));
            default -> {
                int name = to.lastIndexOf('#');
                table.write()
                        .mode(SaveMode.ErrorIfExists)
                        .jdbc(to.substring(0, name), to.substring(name + 1), new Properties());
            }
        }
    }

    /** One file, partition after partition, as the engine in memory writes it. */
    private static void csv(Dataset<Row> table, Path to) throws IOException {
        boolean clusters = table.columns().length == LinkTables.CLUSTERS.size();
        List<String> header = clusters ? LinkTables.CLUSTERS : LinkTables.PAIRS;
        try (BufferedWriter out = Files.newBufferedWriter(to);
                CSVPrinter printer = new CSVPrinter(
                        out,
                        CSVFormat.RFC4180
                                .builder()
                                .setRecordSeparator('\n')
                                .setHeader(header.toArray(String[]::new))
                                .get())) {
            for (Iterator<Row> rows = table.toLocalIterator(); rows.hasNext(); ) {
                Row row = rows.next();
                for (int column = 0; column < header.size(); column++) {
                    printer.print(
                            switch (header.get(column)) {
                                case "weight" -> LinkTables.weight(row.getDouble(column));
                                case "probability" -> LinkTables.probability(row.getDouble(column - 1));
                                default -> row.get(column);
                            });
                }
                printer.println();
            }
        }
    }
}
