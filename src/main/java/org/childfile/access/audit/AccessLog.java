package org.childfile.access.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.childfile.access.privacy.AuditKeys;
import org.jspecify.annotations.Nullable;

/**
 * The access log, safe for any number of threads and processes:
 *
 * <ol>
 *   <li>Whoever records puts the accesses into a queue and tries the log's lock.
 *   <li>Who gets it appends all that is in the queue by then, the others' too, in one transaction, and wakes them; who does
 *       not get it waits for that. So a busy log writes large batches, and an idle one waits for nobody.
 *   <li>Each row is bound to the one before it by a key that the database does not know ({@link Chain}): the log reckons here
 *       and the database only takes the rows where they go on from its last one. Where another process was faster, the
 *       batch is reckoned anew under the lock of the log's head.
 *   <li>When {@link #record} returns, the accesses are on disk. When it throws, they are not, and nothing may be shown.
 * </ol>
 *
 * <p>Each batch takes a connection of the data source: record when the connection that read is given back, or let the log
 * have a data source of its own.
 */
public final class AccessLog {

    private static final int MOST_ROWS = 2000;
    private static final long LOOK_AGAIN_NANOS = 1_000_000;

    private final AccessStore store;
    private final Queue<Entry> waiting = new ArrayDeque<>();
    private final ReentrantLock appending = new ReentrantLock();

    public AccessLog(DataSource dataSource, AuditKeys keys) {
        this.store = new AccessStore(dataSource, keys);
    }

    /** What one caller records, and what became of it; but for its making written only by who holds the lock. */
    private static final class Entry {
        private final List<Access> accesses;
        private final Thread caller = Thread.currentThread();
        private @Nullable RuntimeException failure;
        private volatile boolean done;

        Entry(List<Access> accesses) {
            this.accesses = accesses;
        }

        int rows() {
            return accesses.stream().mapToInt(Access::rows).sum();
        }
    }

    public void record(Access access) {
        record(List.of(access));
    }

    /** Records accesses in their order; none is nothing. */
    public void record(List<Access> accesses) {
        if (accesses.isEmpty()) {
            return;
        }
        Entry mine = new Entry(List.copyOf(accesses));
        synchronized (waiting) {
            waiting.add(mine);
        }
        while (!mine.done) {
            if (appending.tryLock()) {
                try {
                    append(next());
                } finally {
                    appending.unlock();
                }
                wakeNext();
            } else {
                LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
            }
        }
        if (mine.failure != null) {
            throw new IllegalStateException(
                    "the access cannot be recorded, so nothing is shown. Look at the database and try again: "
                            + mine.failure.getMessage(),
                    mine.failure);
        }
    }

    /** Who came while the last batch was written appends the next one. */
    private void wakeNext() {
        synchronized (waiting) {
            Entry next = waiting.peek();
            if (next != null) {
                LockSupport.unpark(next.caller);
            }
        }
    }

    private List<Entry> next() {
        List<Entry> batch = new ArrayList<>();
        synchronized (waiting) {
            int rows = 0;
            for (Entry entry = waiting.poll(); entry != null; entry = rows < MOST_ROWS ? waiting.poll() : null) {
                batch.add(entry);
                rows += entry.rows();
            }
        }
        return batch;
    }

    private void append(List<Entry> batch) {
        @Nullable RuntimeException failure = null;
        if (batch.isEmpty()) {
            return;
        }
        try {
            store.append(
                    batch.stream().flatMap(entry -> entry.accesses.stream()).toList());
        } catch (RuntimeException e) {
            failure = e;
        }
        for (Entry entry : batch) {
            entry.failure = failure;
            entry.done = true;
            LockSupport.unpark(entry.caller);
        }
    }
}
