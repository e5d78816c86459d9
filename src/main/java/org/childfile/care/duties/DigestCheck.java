package org.childfile.care.duties;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A caring mother in a digest who has children, and whose check for criminal records is missing or too old.
 *
 * @param checkedOn the day of the last one; null where there is none
 * @param state {@code missing} or {@code lapsed}
 */
public record DigestCheck(
        String volunteerId,
        @Nullable String volunteerName,
        @Nullable String division,
        int paired,
        @Nullable String checkedOn,
        String state) {

    /** Of a row of the statement {@code api/digest-checks}, by the names of its columns. */
    static DigestCheck of(Function<String, @Nullable String> column) {
        return new DigestCheck(
                String.valueOf(column.apply("volunteer_id")),
                column.apply("volunteer_name"),
                column.apply("division"),
                Integer.parseInt(String.valueOf(column.apply("paired"))),
                column.apply("checked_on"),
                String.valueOf(column.apply("state")));
    }

    DigestCheck named(UnaryOperator<String> name) {
        return new DigestCheck(
                volunteerId,
                volunteerName == null ? null : name.apply(volunteerName),
                division,
                paired,
                checkedOn,
                state);
    }

    Map<String, @Nullable Object> body() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("volunteer_id", volunteerId);
        body.put("volunteer_name", volunteerName);
        body.put("division", division);
        body.put("paired", paired);
        body.put("checked_on", checkedOn);
        body.put("state", state);
        return body;
    }
}
