package org.childfile.care.help;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Leave to work on a row of an outbox without holding it: nobody else takes the row before it ends. Whoever finds another lease
 * in the row when it comes back was too slow, and writes nothing.
 *
 * @param token of this attempt alone
 */
public record Lease(UUID token, Instant until) {

    /** Longer than a department may take with all attempts (some four minutes); as long waits what a killed process was sending. */
    public static final Duration LENGTH = Duration.ofMinutes(5);

    /** A new one, from now on. */
    public static Lease of(Clock clock) {
        return new Lease(UUID.randomUUID(), clock.instant().plus(LENGTH));
    }
}
