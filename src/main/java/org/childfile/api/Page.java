package org.childfile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.childfile.access.readmodel.Row;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; null on the last one
 */
record Page(List<Row> items, @JsonInclude @Nullable String next) {
    Page {
        items = List.copyOf(items);
    }

    /** The whole of a short list. */
    static Page whole(List<Row> rows) {
        return new Page(rows, null);
    }

    /**
     * @param rows one more than the page holds, where there is a next page
     * @param cursor what the next page begins after
     */
    static Page of(List<Row> rows, int limit, Function<Row, String> cursor) {
        if (rows.size() <= limit) {
            return whole(rows);
        }
        List<Row> items = rows.subList(0, limit);
        return new Page(items, cursor.apply(items.getLast()));
    }
}
