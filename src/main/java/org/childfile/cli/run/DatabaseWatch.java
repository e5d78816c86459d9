package org.childfile.cli.run;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.childfile.cli.terminal.Warehouse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While the program serves or runs a night: starts the embedded server again within seconds when it was killed, so that what goes on
 * fails at once and the next can begin; until it is closed.
 */
public final class DatabaseWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final int EVERY_SECONDS = 2;
    /** A server that is started takes some seconds. */
    private static final int LOOK_SECONDS = 60;

    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("database-watch").daemon().factory());

    public DatabaseWatch(Warehouse warehouse) {
        var _ = thread.scheduleWithFixedDelay(() -> look(warehouse), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private static void look(Warehouse warehouse) {
        try {
            if (warehouse.revive()) {
                LOG.warn("the embedded PostgreSQL had ended; it was started again");
            }
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("the embedded PostgreSQL has ended and cannot be started yet; see postgres.log", e);
        }
    }

    /** Waits for a look that goes on: it may hold the home's gate, or start the server that the caller is about to stop. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LOOK_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the embedded PostgreSQL is still being started");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
