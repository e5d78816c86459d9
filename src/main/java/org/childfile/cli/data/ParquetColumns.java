package org.childfile.cli.data;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The columns of a result as Parquet has them. */
record ParquetColumns(MessageType schema, List<ParquetType> types, ExportedTexts texts) {

    ParquetColumns {
        types = List.copyOf(types);
    }

    static ParquetColumns of(ResultSetMetaData meta, ExportedTexts texts) throws SQLException {
        List<ParquetType> types = new ArrayList<>();
        List<Type> fields = new ArrayList<>();
        for (int i = 1; i <= texts.width(meta); i++) {
            ParquetType type = ParquetType.of(meta.getColumnTypeName(i));
            types.add(type);
            fields.add(type.field(meta.getColumnLabel(i)));
        }
        return new ParquetColumns(new MessageType("row", fields), types, texts);
    }

    /** The next rows of a result, at most so many; none at its end. */
    List<@Nullable Object[]> read(ResultSet rows, int most) throws SQLException {
        List<@Nullable Object[]> read = new ArrayList<>(most);
        while (read.size() < most && rows.next()) {
            @Nullable Object[] row = new Object[types.size()];
            texts.begin(rows);
            for (int i = 0; i < row.length; i++) {
                ParquetType type = types.get(i);
                row[i] = type == ParquetType.TEXT ? texts.text(rows, i + 1) : clear(type.read(rows, i + 1));
            }
            read.add(row);
        }
        return read;
    }

    private @Nullable Object clear(@Nullable Object value) {
        if (value instanceof @Nullable Object[] list) {
            for (int i = 0; i < list.length; i++) {
                list[i] = list[i] instanceof String text ? texts.clear(text) : list[i];
            }
        }
        return value;
    }

    /** Writes a row; a null is a field that is not there. */
    void write(@Nullable Object[] row, RecordConsumer out) {
        out.startMessage();
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value != null) {
                String name = schema.getFieldName(i);
                out.startField(name, i);
                types.get(i).write(value, out);
                out.endField(name, i);
            }
        }
        out.endMessage();
    }
}
