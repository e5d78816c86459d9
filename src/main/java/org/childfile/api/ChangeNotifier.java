package org.childfile.api;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** Lets any number of callers wait for a new change, at the cost of one small question each quarter of a second. */
final class ChangeNotifier {

    private static final long PAUSE = Duration.ofMillis(250).toNanos();

    private final LongSupplier look;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition pause = lock.newCondition();
    private long latest;
    private long lookedAt;
    private boolean looked;

    /** @param look the position of the last change that there is */
    ChangeNotifier(LongSupplier look) {
        this.look = look;
    }

    /** Waits until there is a change behind a position, at most as long as is said. */
    void await(long position, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        lock.lockInterruptibly();
        try {
            while (latest() <= position) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                pause.awaitNanos(Math.min(left, PAUSE));
            }
        } finally {
            lock.unlock();
        }
    }

    private long latest() {
        long now = System.nanoTime();
        if (!looked || now - lookedAt >= PAUSE) {
            latest = look.getAsLong();
            lookedAt = now;
            looked = true;
        }
        return latest;
    }
}
