package org.childfile.care.duties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One pairing in a digest, as {@code mart.care_digest} shows it to who asks; what may not be seen is null.
 *
 * @param lastContact the moment of the last care record
 * @param silentDays since then, or since the pairing began
 */
public record DigestItem(
        String pairingId,
        @Nullable String childId,
        @Nullable String childName,
        @Nullable String volunteerId,
        @Nullable String volunteerName,
        String division,
        String since,
        @Nullable String lastContact,
        @Nullable Integer silentDays,
        boolean silent,
        @Nullable List<Due> due,
        @Nullable List<Missed> missed) {

    /** Something to do, and the last day for it. */
    public record Due(String kind, String until) {}

    /** Something that was not done for so many periods in a row, the last of which ended on a day. */
    public record Missed(String kind, int periods, String last) {}

    /** Of a row of the view, by the names of its columns. */
    static DigestItem of(Function<String, @Nullable String> column) {
        String quiet = column.apply("silent_days");
        String silent = column.apply("silent");
        return new DigestItem(
                String.valueOf(column.apply("pairing_id")),
                column.apply("child_id"),
                column.apply("child_name"),
                column.apply("volunteer_id"),
                column.apply("volunteer_name"),
                String.valueOf(column.apply("division")),
                String.valueOf(column.apply("since")),
                column.apply("last_contact"),
                quiet == null ? null : Integer.valueOf(quiet),
                "true".equals(silent) || "t".equals(silent),
                each(
                        column.apply("due"),
                        node -> new Due(
                                node.get("kind").stringValue(),
                                node.get("until").stringValue())),
                each(
                        column.apply("missed"),
                        node -> new Missed(
                                node.get("kind").stringValue(),
                                node.get("periods").intValue(),
                                node.get("last").stringValue())));
    }

    private static <T> @Nullable List<T> each(@Nullable String json, Function<JsonNode, T> read) {
        if (json == null) {
            return null;
        }
        List<T> list = new ArrayList<>();
        JsonMapper.shared().readTree(json).forEach(node -> list.add(read.apply(node)));
        return List.copyOf(list);
    }

    /** Whether anything was missed. */
    public boolean behind() {
        return missed != null && !missed.isEmpty();
    }

    /** The same with its names changed. */
    public DigestItem named(UnaryOperator<String> name) {
        return new DigestItem(
                pairingId,
                childId,
                childName == null ? null : name.apply(childName),
                volunteerId,
                volunteerName == null ? null : name.apply(volunteerName),
                division,
                since,
                lastContact,
                silentDays,
                silent,
                due,
                missed);
    }

    Map<String, @Nullable Object> body() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("pairing_id", pairingId);
        body.put("child_id", childId);
        body.put("child_name", childName);
        body.put("volunteer_id", volunteerId);
        body.put("volunteer_name", volunteerName);
        body.put("division", division);
        body.put("since", since);
        body.put("last_contact", lastContact);
        body.put("silent_days", silentDays);
        body.put("silent", silent);
        body.put("due", due);
        body.put("missed", missed);
        return body;
    }
}
