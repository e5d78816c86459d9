package org.childfile.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often a subject may ask: a token bucket a subject. It holds two seconds' worth, and is full at first.
 *
 * <p>Kept as the moment at which the bucket would be full again (the virtual scheduling form, ITU-T I.371), so that a
 * subject costs one number.
 */
final class TokenBucket {

    private static final int MOST = 100_000;

    private final long nanosEach;
    private final long burstNanos;
    private final Map<String, AtomicLong> fullAt = new ConcurrentHashMap<>();

    TokenBucket(int perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("at least one request a second, not " + perSecond);
        }
        this.nanosEach = 1_000_000_000L / perSecond;
        this.burstNanos = 2_000_000_000L;
    }

    /**
     * Takes one request out.
     *
     * @param now as {@link System#nanoTime()} gives it
     * @return 0 where it may pass, else in how many nanoseconds it may be tried again
     */
    long take(String subject, long now) {
        if (fullAt.size() > MOST) {
            fullAt.values().removeIf(full -> full.get() - now <= 0);
        }
        AtomicLong full = fullAt.computeIfAbsent(subject, each -> new AtomicLong(now));
        while (true) {
            long before = full.get();
            long after = (before - now < 0 ? now : before) + nanosEach;
            long over = after - now - burstNanos;
            if (over > 0) {
                return over;
            }
            if (full.compareAndSet(before, after)) {
                return 0;
            }
        }
    }
}
