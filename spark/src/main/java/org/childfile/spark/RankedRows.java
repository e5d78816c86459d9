package org.childfile.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.linkage.table.TableBuilder;
import org.childfile.linkage.table.ValueKeys;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all tables: cleaned, without values that are not the person's own, and numbered in the order in which a table in
 * memory holds them.
 */
final class RankedRows {

    static final StructType SCHEMA = Columns.of(
            Columns.RANK, DataTypes.LongType,
            Columns.SOURCE, DataTypes.IntegerType,
            Columns.ID, DataTypes.StringType,
            Columns.VALUES, DataTypes.BinaryType);

    private static final String ORDER = "row_order";

    private static final StructType CLEANED = Columns.of(
            ORDER, DataTypes.BinaryType,
            Columns.SOURCE, DataTypes.IntegerType,
            Columns.ID, DataTypes.StringType,
            Columns.VALUES, DataTypes.BinaryType);

    private RankedRows() {}

    /**
     * Cleans and numbers.
     *
     * @param cells as {@link InputTables} reads them
     * @param faults is told of rows that cannot be used, once the rows were read
     */
    static Dataset<Row> of(SparkSession spark, LinkModel model, Dataset<Row> cells, InputFaults faults) {
        // Ranges are drawn from a sample first: without the copy on disk all would be read and cleaned twice.
        Dataset<Row> inOrder = cells.mapPartitions(new Cleaning(model, faults), Encoders.row(CLEANED))
                .persist(StorageLevel.DISK_ONLY())
                .repartitionByRange(functions.col(ORDER))
                .sortWithinPartitions(ORDER);
        return spark.createDataFrame(
                inOrder.toJavaRDD()
                        .zipWithIndex()
                        .map(row -> RowFactory.create(
                                row._2(), row._1().getInt(1), row._1().getString(2), row._1().get(3))),
                SCHEMA);
    }

    /** Cleans some rows at a time. */
    private record Cleaning(LinkModel model, InputFaults faults) implements MapPartitionsFunction<Row, Row> {

        private static final int AT_ONCE = 20_000;

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            return new Batches<>(rows, this::cleaned);
        }

        private boolean cleaned(Iterator<Row> rows, List<Row> to) {
            TableBuilder builder = PeopleTable.builder(model);
            List<Row> arrived = new ArrayList<>();
            int columns = builder.columns().size();
            while (rows.hasNext() && arrived.size() < AT_ONCE) {
                Row row = rows.next();
                if (row.getBoolean(columns + 2)) {
                    faults.broken(row.getInt(0));
                } else if (stripped(row, 1) == null) {
                    faults.withoutId(row.getInt(0));
                } else {
                    @Nullable String[] cells = new String[columns];
                    Arrays.setAll(cells, column -> stripped(row, column + 2));
                    builder.add(0, Integer.toString(arrived.size()), cells);
                    arrived.add(row);
                }
            }
            // Which values too many hold is known of the whole alone.
            PeopleTable table = builder.table(new ValueKeys(""), key -> false);
            for (int row = 0; row < table.rows(); row++) {
                Row of = arrived.get(table.arrival(row));
                int source = of.getInt(0);
                String id = Objects.requireNonNull(stripped(of, 1));
                to.add(RowFactory.create(RowOrderKey.of(source, id), source, id, Bytes.values(table, row)));
            }
            return rows.hasNext();
        }
    }

    private static @Nullable String stripped(Row row, int column) {
        String cell = row.isNullAt(column) ? "" : row.getString(column).strip();
        return cell.isEmpty() ? null : cell;
    }
}
