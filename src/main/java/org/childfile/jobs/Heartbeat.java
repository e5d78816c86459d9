package org.childfile.jobs;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Says every few seconds that a run lives, by which a dead one is told from it; until it is closed. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final int EVERY_SECONDS = 5;
    private static final int PATIENCE_SECONDS = 30;

    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("heartbeat").daemon().factory());

    Heartbeat(RunStore store, String run) {
        var _ = thread.scheduleWithFixedDelay(() -> beat(store, run), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private static void beat(RunStore store, String run) {
        try {
            store.alive(run);
        } catch (DataAccessException e) {
            // The run itself finds out whether the warehouse is gone.
            LOG.debug("the run could not say that it lives", e);
        }
    }

    /** Returns when its last word is said, so that it holds no connection any more. */
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
