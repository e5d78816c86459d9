package org.childfile.jobs;

import java.util.function.BooleanSupplier;

/** The lock under which a run goes on, and whether the run came upon it that it was lost. */
final class RunLock {

    private final BooleanSupplier held;
    private volatile boolean lost;

    RunLock(BooleanSupplier held) {
        this.held = held;
    }

    /** Ends what is done under a lock that was lost: another process may be at the same. */
    void require() {
        if (!held.getAsBoolean()) {
            lost = true;
            throw new IllegalStateException("the lock of the run is lost");
        }
    }

    boolean lost() {
        return lost;
    }
}
