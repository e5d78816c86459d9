package org.childfile.access.readmodel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to the published views: the name of its statement and what is put into it.
 *
 * @param statement a file {@code STATEMENT.sql} beside this class
 * @param parameters texts and numbers by name; the statement casts texts to what it needs
 */
public record ReadQuery(String statement, Map<String, @Nullable Object> parameters) {
    public ReadQuery {
        parameters = new HashMap<>(parameters);
    }

    public static ReadQuery of(String statement) {
        return new ReadQuery(statement, Map.of());
    }

    public ReadQuery with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new ReadQuery(statement, more);
    }
}
