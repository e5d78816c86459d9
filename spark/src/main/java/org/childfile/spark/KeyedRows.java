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
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.childfile.linkage.matching.PartKeys;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.TableStatistics;

/** Rows with the keys of the blocks in which they stand. */
final class KeyedRows {

    static final StructType SCHEMA = RankedRows.SCHEMA.add(Columns.KEYS, DataTypes.BinaryType);

    private KeyedRows() {}

    /** @param rows as {@link RankedRows} has them */
    static Dataset<Row> of(LinkModel model, Broadcast<TableStatistics> statistics, Dataset<Row> rows) {
        return rows.mapPartitions(new Keying(model, statistics), Encoders.row(SCHEMA));
    }

    private record Keying(LinkModel model, Broadcast<TableStatistics> statistics)
            implements MapPartitionsFunction<Row, Row> {

        private static final int AT_ONCE = 20_000;

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            return new Batches<>(rows, this::keyed);
        }

        private boolean keyed(Iterator<Row> from, List<Row> to) {
            PartRows rows = new PartRows(model, statistics.value());
            List<Row> arrived = new ArrayList<>();
            while (from.hasNext() && arrived.size() < AT_ONCE) {
                Row row = from.next();
                arrived.add(row);
                rows.add(row.getLong(0), row.getInt(1), row.getAs(3));
            }
            PartRows.Part part = rows.part();
            PartKeys keys = new PartKeys(part.table());
            for (int arrival = 0; arrival < arrived.size(); arrival++) {
                Row row = arrived.get(arrival);
                to.add(RowFactory.create(
                        row.getLong(0),
                        row.getInt(1),
                        row.getString(2),
                        row.get(3),
                        Bytes.keys(keys.of(part.rows()[arrival]))));
            }
            return from.hasNext();
        }
    }
}
