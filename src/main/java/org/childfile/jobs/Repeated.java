package org.childfile.jobs;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Something small that a thread of its own does every few seconds, until it is closed. */
final class Repeated implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final ScheduledExecutorService thread;

    /** Begins, after so many seconds, and goes on with so many between two times. */
    Repeated(String name, int firstAfter, int every, Runnable work) {
        thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(name).daemon().factory());
        var _ = thread.scheduleWithFixedDelay(work, firstAfter, every, TimeUnit.SECONDS);
    }

    /** Returns when the last time is over, so that it holds no connection any more. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
