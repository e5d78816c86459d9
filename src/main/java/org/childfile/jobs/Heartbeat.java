package org.childfile.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Says every few seconds that a run lives, by which a dead one is told from it; until it is closed. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final int EVERY_SECONDS = 5;

    private final Repeated beats;

    Heartbeat(RunStore store, String run) {
        beats = new Repeated("heartbeat", EVERY_SECONDS, EVERY_SECONDS, () -> beat(store, run));
    }

    private static void beat(RunStore store, String run) {
        try {
            store.alive(run);
        } catch (DataAccessException e) {
            // The run itself finds out whether the warehouse is gone.
            LOG.debug("the run could not say that it lives", e);
        }
    }

    @Override
    public void close() {
        beats.close();
    }
}
