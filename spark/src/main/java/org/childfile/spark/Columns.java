package org.childfile.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of the job's tables; those of one name hold the same everywhere. */
final class Columns {

    /** The place of a row among all rows, in the order of source and id, from 0. */
    static final String RANK = "rank";
    /** The number of the table that a row comes from. */
    static final String SOURCE = "source";

    static final String ID = "id";
    /** The values of a row, see {@link Bytes}. */
    static final String VALUES = "row_values";
    /** The keys of a row's blocks, ascending, see {@link Bytes}. */
    static final String KEYS = "block_keys";

    private Columns() {}

    /** Columns of a name and a type, in turn. */
    static StructType of(Object... namesAndTypes) {
        List<StructField> fields = new ArrayList<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            fields.add(DataTypes.createStructField((String) namesAndTypes[i], (DataType) namesAndTypes[i + 1], true));
        }
        return DataTypes.createStructType(fields);
    }
}
