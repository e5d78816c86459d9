package org.childfile.files.digitalfile;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A record of a child that its feed took back, where the feed holds no other.
 *
 * @param attributes what it said, as JSON, but for what is sealed
 * @param sealed opens what it said that is sealed, by attribute
 * @param goneOn the first day on which the child's file did without the feed; null where it never had it
 */
record Withdrawn(
        String feed,
        String key,
        String observedAt,
        String attributes,
        Supplier<Map<String, Object>> sealed,
        @Nullable LocalDate goneOn) {}
