package org.childfile.cli;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The columns of a result as Parquet has them. */
record ParquetColumns(MessageType schema, List<ParquetType> types) {

    ParquetColumns {
        types = List.copyOf(types);
    }

    static ParquetColumns of(ResultSetMetaData meta) throws SQLException {
        List<ParquetType> types = new ArrayList<>();
        List<Type> fields = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            ParquetType type = ParquetType.of(meta.getColumnTypeName(i));
            types.add(type);
            fields.add(type.field(meta.getColumnLabel(i)));
        }
        return new ParquetColumns(new MessageType("row", fields), types);
    }

    /** Writes the row on which a result stands; a null is a field that is not there. */
    void write(ResultSet row, RecordConsumer out) throws SQLException {
        out.startMessage();
        for (int i = 0; i < types.size(); i++) {
            ParquetType type = types.get(i);
            Object value = type.read(row, i + 1);
            if (value != null) {
                String name = schema.getFieldName(i);
                out.startField(name, i);
                type.write(value, out);
                out.endField(name, i);
            }
        }
        out.endMessage();
    }
}
