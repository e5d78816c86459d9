package org.childfile.ingest.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * One standard record: what one feed says of one person.
 *
 * @param recordId its number in the warehouse; for joins only, never for a decision
 * @param withdrawn whether the feed has taken it back
 * @param observedAt the record's own update stamp
 * @param attributes values by attribute: String, Boolean, Integer, {@code List<String>} or {@code Map<String, String>}
 * @param doubts by attribute why its value is no evidence
 */
public record SourceRecord(
        long recordId,
        SourceKey key,
        boolean withdrawn,
        Instant observedAt,
        Map<String, Object> attributes,
        Map<String, Object> doubts) {

    /** A text attribute; null where it is absent. */
    public @Nullable String text(String attribute) {
        return attributes.get(attribute) instanceof String text ? text : null;
    }

    /** A text attribute that is sound; null where it is absent or in doubt. */
    public @Nullable String sound(String attribute) {
        return doubts.containsKey(attribute) ? null : text(attribute);
    }

    /** A text attribute that is in doubt, but still tells something; null where it is absent, sound or worth nothing. */
    public @Nullable String telling(String attribute) {
        Object doubt = doubts.get(attribute);
        return doubt != null && Doubts.telling(doubt) ? text(attribute) : null;
    }

    /** Whether what the record gives for an attribute can be its value at all. */
    public boolean possible(String attribute) {
        Object doubt = doubts.get(attribute);
        return doubt == null || Doubts.possible(doubt);
    }

    /** One part of an address; null where it is absent. */
    public @Nullable String part(String attribute, String part) {
        return attributes.get(attribute) instanceof Map<?, ?> parts && parts.get(part) instanceof String text
                ? text
                : null;
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(String attribute) {
        return attributes.get(attribute) instanceof List<?> list ? (List<String>) list : List.of();
    }
}
