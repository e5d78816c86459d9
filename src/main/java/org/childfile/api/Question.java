package org.childfile.api;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to the published views: the name of its statement and what is put into it.
 *
 * @param statement a file {@code sql/api/STATEMENT.sql}
 * @param parameters texts and numbers by name; the statement casts texts to what it needs
 */
record Question(String statement, Map<String, @Nullable Object> parameters) {
    Question {
        parameters = new HashMap<>(parameters);
    }

    static Question of(String statement) {
        return new Question(statement, Map.of());
    }

    Question with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Question(statement, more);
    }
}
