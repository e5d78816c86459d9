package org.childfile.files.digitalfile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value that a rule rests on, and where it is from.
 *
 * @param attribute the attribute or fact
 * @param value null where it rests on there being none
 * @param sight the attribute of a child's file whose right shows it
 * @param feed null where no feed gives it
 * @param key key of the record as it is stored
 * @param observedAt ISO 8601
 */
record Proof(
        String attribute,
        @Nullable Object value,
        String sight,
        @Nullable String feed,
        @Nullable String key,
        @Nullable String observedAt) {

    static Proof of(String attribute, @Nullable Object value, String sight) {
        return new Proof(attribute, value, sight, null, null, null);
    }

    /** As {@code evidence} keeps it. */
    Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("attribute", attribute);
        document.put("value", value);
        document.put("sight", sight);
        if (feed != null) {
            document.put("feed", feed);
            document.put("source_key", key);
            document.put("observed_at", observedAt);
        }
        return document;
    }

    /** What it says, whoever says so. */
    String substance() {
        return attribute + "=" + value;
    }
}
