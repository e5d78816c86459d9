package org.childfile.care.duties;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A call for help in a digest, which is open: for a supervisor one that a department lets lie or that reports abuse, for a caring
 * mother every other one of her children.
 *
 * @param day from which its deadlines count
 * @param overdue how many departments let their deadline pass
 */
public record DigestCall(
        String wakeupId,
        String childId,
        @Nullable String childName,
        String kind,
        String day,
        int overdue,
        @Nullable String division) {

    /** Of a row of the statement {@code api/digest-calls}, by the names of its columns. */
    static DigestCall of(Function<String, @Nullable String> column) {
        return new DigestCall(
                String.valueOf(column.apply("wakeup_id")),
                String.valueOf(column.apply("child_id")),
                column.apply("child_name"),
                String.valueOf(column.apply("kind")),
                String.valueOf(column.apply("day")),
                Integer.parseInt(String.valueOf(column.apply("overdue"))),
                column.apply("division"));
    }

    /** Whether it reports abuse. */
    public boolean urgent() {
        return kind.equals("ABUSE");
    }

    DigestCall named(UnaryOperator<String> name) {
        return new DigestCall(
                wakeupId, childId, childName == null ? null : name.apply(childName), kind, day, overdue, division);
    }

    Map<String, @Nullable Object> body() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("wakeup_id", wakeupId);
        body.put("child_id", childId);
        body.put("child_name", childName);
        body.put("kind", kind);
        body.put("day", day);
        body.put("overdue", overdue);
        body.put("division", division);
        return body;
    }
}
