package org.childfile.spark;

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

/** What is known of all rows together: how many there are, how many hold a value where that matters, and how many hold any. */
record WholeTable(long rows, long[] ofSources, TableStatistics statistics) {

    /** @param rows as {@link RankedRows} has them */
    static WholeTable of(LinkModel model, Dataset<Row> rows) {
        List<Row> counted = rows.groupBy(Columns.SOURCE)
                .count()
                .orderBy(Columns.SOURCE)
                .collectAsList();
        long[] ofSources = counted.stream().mapToLong(row -> row.getLong(1)).toArray();
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
        for (long[] part :
                rows.toJavaRDD().mapPartitions(new Filled(model, values)).collect()) {
            Arrays.setAll(filled, field -> filled[field] + part[field]);
        }
        return new WholeTable(all, ofSources, values.filled(filled));
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

    /** By field, how many rows of a partition hold any value that is evidence. */
    private record Filled(LinkModel model, TableStatistics values) implements FlatMapFunction<Iterator<Row>, long[]> {

        private static final int AT_ONCE = 50_000;

        @Override
        public Iterator<long[]> call(Iterator<Row> rows) {
            return new Batches<>(rows, (from, to) -> {
                PartRows part = new PartRows(model, values);
                while (from.hasNext() && part.size() < AT_ONCE) {
                    Row row = from.next();
                    part.add(row.getLong(0), row.getInt(1), row.getAs(3));
                }
                PeopleTable table = part.part().table();
                long[] filled = new long[model.fields().size()];
                for (int row = 0; row < table.rows(); row++) {
                    for (int field = 0; field < filled.length; field++) {
                        filled[field] += table.cell(row, field) == PeopleTable.NONE ? 0 : 1;
                    }
                }
                to.add(filled);
                return from.hasNext();
            });
        }
    }
}
