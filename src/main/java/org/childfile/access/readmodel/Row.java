package org.childfile.access.readmodel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a published view, by its columns' names: texts, numbers, flags, lists of texts, ISO 8601 dates and moments,
 * bytes as hexadecimal digits, and JSON as it is.
 */
public record Row(@JsonValue Map<String, @Nullable Object> columns) {
    public Row {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    public String text(String column) {
        return String.valueOf(columns.get(column));
    }

    /** A text, or null where the view shows none. */
    public @Nullable String textOrNull(String column) {
        Object value = columns.get(column);
        return value == null ? null : value.toString();
    }

    /** The texts of a list; none where the view shows none. */
    public List<String> texts(String column) {
        return columns.get(column) instanceof String[] texts ? List.of(texts) : List.of();
    }

    public long number(String column) {
        return columns.get(column) instanceof Number number ? number.longValue() : 0;
    }

    public boolean flag(String column) {
        return Boolean.TRUE.equals(columns.get(column));
    }

    /** The columns that hold something. */
    public List<String> filled() {
        return columns.entrySet().stream()
                .filter(column -> column.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
    }
}
