package org.childfile.access.readmodel;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.childfile.kernel.CityTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** Reads rows of published views into {@link Row}s, with what lies sealed in them opened. */
final class RowReader {

    private final UnaryOperator<String> open;

    /** @param open opens the sealed values in a text: PostgreSQL gave it to who may see them */
    RowReader(UnaryOperator<String> open) {
        this.open = open;
    }

    List<Row> rows(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        int width = meta.getColumnCount();
        String[] names = new String[width];
        String[] types = new String[width];
        for (int i = 0; i < width; i++) {
            names[i] = meta.getColumnLabel(i + 1);
            types[i] = meta.getColumnTypeName(i + 1);
        }
        List<Row> read = new ArrayList<>();
        while (rows.next()) {
            Map<String, @Nullable Object> columns = LinkedHashMap.newLinkedHashMap(width);
            for (int i = 0; i < width; i++) {
                columns.put(names[i], value(rows, i + 1, types[i]));
            }
            read.add(new Row(columns));
        }
        return read;
    }

    private @Nullable Object value(ResultSet rows, int at, String type) throws SQLException {
        return switch (type) {
            case "int4", "int8", "int2" -> {
                long number = rows.getLong(at);
                yield rows.wasNull() ? null : number;
            }
            case "float8", "numeric" -> {
                BigDecimal number = rows.getBigDecimal(at);
                yield number == null ? null : number.doubleValue();
            }
            case "bool" -> {
                boolean flag = rows.getBoolean(at);
                yield rows.wasNull() ? null : flag;
            }
            case "timestamptz" -> {
                OffsetDateTime moment = rows.getObject(at, OffsetDateTime.class);
                yield moment == null
                        ? null
                        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZoneSameInstant(CityTime.ZONE));
            }
            case "json", "jsonb" -> {
                String json = rows.getString(at);
                yield json == null ? null : new RawValue(open.apply(json));
            }
            case "bytea" -> {
                byte[] bytes = rows.getBytes(at);
                yield bytes == null ? null : HexFormat.of().formatHex(bytes);
            }
            case "_text" -> {
                Array array = rows.getArray(at);
                yield array == null ? null : texts((@Nullable String[]) array.getArray());
            }
            default -> {
                String text = rows.getString(at);
                yield text == null ? null : open.apply(text);
            }
        };
    }

    private @Nullable String[] texts(@Nullable String[] texts) {
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            texts[i] = text == null ? null : open.apply(text);
        }
        return texts;
    }
}
