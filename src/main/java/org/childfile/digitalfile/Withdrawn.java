package org.childfile.digitalfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record of a child that its feed took back, where the feed holds no other.
 *
 * @param attributes what it said, as JSON
 * @param goneOn the first day on which the child's file did without the feed; null where it never had it
 */
record Withdrawn(
        String feed,
        String key,
        String observedAt,
        String attributes,
        @Nullable LocalDate goneOn) {}
