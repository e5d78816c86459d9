package org.childfile.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.linkage.table.TableStatistics;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all rows together.
 *
 * @param ofSources how many each table has
 * @param twice by table, how many have the id of another one
 * @param statistics how many hold a value where that matters, and how many hold any
 */
record WholeTable(long rows, long[] ofSources, long[] twice, TableStatistics statistics) {

    /**
     * Counts.
     *
     * @param rows as {@link RankedRows} has them
     * @param sources how many tables there are
     */
    static WholeTable of(LinkModel model, Dataset<Row> rows, int sources) {
        long[] ofSources = new long[sources];
        for (Row row : rows.groupBy(Columns.SOURCE).count().collectAsList()) {
            ofSources[row.getInt(0)] = row.getLong(1);
        }
        long all = Arrays.stream(ofSources).sum();
        long[] limits = TableStatistics.limits(model, all);
        long least = Math.min(TableStatistics.LEAST, Arrays.stream(limits).min().orElse(Long.MAX_VALUE) + 1);
        List<Row> listed = rows.select(Columns.VALUES)
                .flatMap(new ValueKeysOfRow(TableStatistics.counted(model)), Encoders.LONG())
                .groupBy("value")
                .count()
                .filter(functions.col("count").geq(least))
                .collectAsList();
        TableStatistics values = TableStatistics.of(
                model,
                all,
                listed.stream().mapToLong(row -> row.getLong(0)).toArray(),
                listed.stream().mapToLong(row -> row.getLong(1)).toArray());
        long[] filled = new long[model.fields().size()];
        long[] twice = new long[sources];
        for (Counts part :
                rows.toJavaRDD().mapPartitions(new Counting(model, values, sources)).collect()) {
            Arrays.setAll(filled, field -> filled[field] + part.filled[field]);
            Arrays.setAll(twice, source -> twice[source] + part.twice[source]);
        }
        return new WholeTable(all, ofSources, twice, values.filled(filled));
    }

    /** The keys of the values of a row that count. */
    private record ValueKeysOfRow(boolean[] counted) implements FlatMapFunction<Row, Long> {

        @Override
        public Iterator<Long> call(Row row) {
            List<List<String>> values = Bytes.values(row.<byte[]>getAs(0), counted.length);
            List<Long> keys = new ArrayList<>();
            for (int field = 0; field < counted.length; field++) {
                for (int i = 0; counted[field] && i < values.get(field).size(); i++) {
                    keys.add(TableStatistics.key(field, values.get(field).get(i)));
                }
            }
            return keys.iterator();
        }
    }

    /** By field, how many rows of a batch hold any value that is evidence; by table, how many have the id of the one before. */
    private record Counts(long[] filled, long[] twice) implements Serializable {}

    /** Counts in a partition, in which rows stand in the order of source and id. */
    private record Counting(LinkModel model, TableStatistics values, int sources)
            implements FlatMapFunction<Iterator<Row>, Counts> {

        private static final int AT_ONCE = 50_000;

        @Override
        public Iterator<Counts> call(Iterator<Row> rows) {
            @Nullable Row[] last = new Row[1];
            return new Batches<>(rows, (from, to) -> {
                PartRows part = new PartRows(model, values);
                Counts counts = new Counts(new long[model.fields().size()], new long[sources]);
                while (from.hasNext() && part.size() < AT_ONCE) {
                    Row row = from.next();
                    part.add(row.getLong(0), row.getInt(1), row.getAs(3));
                    Row before = last[0];
                    boolean same = before != null
                            && before.getInt(1) == row.getInt(1)
                            && before.getString(2).equals(row.getString(2));
                    counts.twice[row.getInt(1)] += same ? 1 : 0;
                    last[0] = row;
                }
                fill(part.part().table(), counts.filled);
                to.add(counts);
                return from.hasNext();
            });
        }

        private static void fill(PeopleTable table, long[] filled) {
            for (int row = 0; row < table.rows(); row++) {
                for (int field = 0; field < filled.length; field++) {
                    filled[field] += table.cell(row, field) == PeopleTable.NONE ? 0 : 1;
                }
            }
        }
    }
}
