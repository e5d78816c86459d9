package org.childfile.access.readmodel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * A row of a published view, by its columns' names: texts, numbers, flags, lists of texts, ISO 8601 dates and moments,
 * bytes as hexadecimal digits, and JSON as it is.
 */
public record Row(@JsonValue Map<String, @Nullable Object> columns) {
    /** How many characters of an ISO 8601 moment tell its day. */
    private static final int DAY = 10;

    /** How many of them tell it to the minute. */
    private static final int MINUTE = 16;

    public Row {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** A text of a column that always holds one; empty where the view shows none after all. */
    public String text(String column) {
        return text(column, "");
    }

    /** A text, or another where the view shows none. */
    public String text(String column, String otherwise) {
        String text = textOrNull(column);
        return text == null ? otherwise : text;
    }

    /** A text, or null where the view shows none; JSON as it is written. */
    public @Nullable String textOrNull(String column) {
        Object value = columns.get(column);
        return value == null
                ? null
                : value instanceof RawValue json ? String.valueOf(json.rawValue()) : value.toString();
    }

    /** A moment to the minute, as {@code 2026-10-01 04:00}, or another text where the view shows none. */
    public String minute(String column, String otherwise) {
        String moment = textOrNull(column);
        return moment == null ? otherwise : moment.substring(0, MINUTE).replace('T', ' ');
    }

    /** A day, or that of a moment, as {@code 2026-10-01}, or another text where the view shows none. */
    public String day(String column, String otherwise) {
        String day = textOrNull(column);
        return day == null ? otherwise : day.substring(0, DAY);
    }

    /** Bytes, or null where the view shows none. */
    public byte @Nullable [] bytes(String column) {
        String digits = textOrNull(column);
        return digits == null ? null : HexFormat.of().parseHex(digits);
    }

    /** The texts of a list; none where the view shows none. */
    public List<String> texts(String column) {
        return columns.get(column) instanceof String[] texts
                ? Arrays.stream(texts).filter(Objects::nonNull).toList()
                : List.of();
    }

    /** A number; 0 where the view shows none. */
    public long number(String column) {
        return columns.get(column) instanceof Number number ? number.longValue() : 0;
    }

    /** A number with a fraction; 0 where the view shows none. */
    public double fraction(String column) {
        return columns.get(column) instanceof Number number ? number.doubleValue() : 0;
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
