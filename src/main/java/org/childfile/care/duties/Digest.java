package org.childfile.care.duties;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a caring mother, a township or a district is told of its pairs: the silent ones first, then those that missed most.
 * Its body is the same wherever it goes: to a file, through the API, to another program.
 *
 * @param scope the division's code, or the volunteer's id
 * @param day the day on which it stands so; null where there is no pair
 * @param pairs how many there are in all, of which {@code items} may be the first
 * @param calls those for help that are open and that somebody must see to
 * @param checks caring mothers with children whose check for criminal records is missing or too old
 */
public record Digest(
        String scope,
        @Nullable String day,
        int pairs,
        int silent,
        int behind,
        int due,
        List<DigestItem> items,
        List<DigestCall> calls,
        List<DigestCheck> checks) {

    public Digest {
        items = List.copyOf(items);
        calls = List.copyOf(calls);
        checks = List.copyOf(checks);
    }

    /**
     * Of rows of the statements {@code api/digest}, {@code api/digest-calls} and {@code api/digest-checks}.
     *
     * @param rows each gives a column's text by its name, and so do {@code calls} and {@code checks}
     */
    public static Digest of(
            String scope,
            List<Function<String, @Nullable String>> rows,
            List<Function<String, @Nullable String>> calls,
            List<Function<String, @Nullable String>> checks) {
        List<DigestCall> open = calls.stream().map(DigestCall::of).toList();
        List<DigestCheck> unchecked = checks.stream().map(DigestCheck::of).toList();
        if (rows.isEmpty()) {
            return new Digest(scope, null, 0, 0, 0, 0, List.of(), open, unchecked);
        }
        Function<String, @Nullable String> first = rows.getFirst();
        return new Digest(
                scope,
                first.apply("day"),
                count(first, "pairs"),
                count(first, "silent_pairs"),
                count(first, "behind_pairs"),
                count(first, "due_pairs"),
                rows.stream().map(DigestItem::of).toList(),
                open,
                unchecked);
    }

    private static int count(Function<String, @Nullable String> row, String column) {
        return Integer.parseInt(String.valueOf(row.apply(column)));
    }

    /** The same with all names changed. */
    public Digest named(UnaryOperator<String> name) {
        return new Digest(
                scope,
                day,
                pairs,
                silent,
                behind,
                due,
                items.stream().map(item -> item.named(name)).toList(),
                calls.stream().map(call -> call.named(name)).toList(),
                checks.stream().map(check -> check.named(name)).toList());
    }

    /** As JSON names it. */
    public Map<String, @Nullable Object> body() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("scope", scope);
        body.put("day", day);
        body.put("pairs", pairs);
        body.put("silent", silent);
        body.put("behind", behind);
        body.put("due", due);
        body.put("calls", calls.stream().map(DigestCall::body).toList());
        body.put("checks", checks.stream().map(DigestCheck::body).toList());
        body.put("items", items.stream().map(DigestItem::body).toList());
        return body;
    }

    public byte[] json() {
        return JsonMapper.shared().writeValueAsBytes(body());
    }
}
