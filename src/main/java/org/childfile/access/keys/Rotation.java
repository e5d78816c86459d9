package org.childfile.access.keys;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.access.privacy.WrappedKey.State;
import org.childfile.database.TableLock;

/**
 * Puts a new data key in the place of the current one, while the program runs:
 *
 * <ol>
 *   <li>Every data key is wrapped by the newest master key. The master keys before it are not needed from then on.
 *   <li>A new key seals what is written from now on. A rotation that was cut off goes on with the key that it made.
 *   <li>What another key sealed is sealed anew, some rows a transaction; rows that a run holds are waited for.
 *   <li>The keys before it retire. They are kept: a process that began before may still have written with one.
 * </ol>
 *
 * <p>The index key is kept for the life of the warehouse: tokens and indexes must stay the same.
 */
public final class Rotation {

    private static final Duration WAIT = Duration.ofMillis(200);

    private final DataKeyStore store;
    private final SealedRowsStore rows;
    private final Keyring keys;

    public Rotation(DataSource dataSource, Keyring keys) {
        this.store = new DataKeyStore(dataSource);
        this.rows = new SealedRowsStore(dataSource, keys);
        this.keys = keys;
    }

    /** What a rotation did: the key in use, and how many values were sealed anew. */
    public record Rotated(int key, long values) {}

    /**
     * Rotates to the end.
     *
     * @param progress is told how many values were sealed anew so far
     * @return empty where another process rotates
     */
    public Optional<Rotated> rotate(List<SealedColumn> columns, LongConsumer progress) throws InterruptedException {
        Optional<TableLock> lock = rows.lock();
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (TableLock held = lock.get()) {
            keys.refresh();
            keys.rewrapped().forEach(store::rewrap);
            if (keys.keys().stream().noneMatch(key -> key.state() == State.RETIRING)) {
                store.replace(keys.next());
            }
            keys.refresh();
            long values = 0;
            for (SealedColumn column : columns) {
                long before = values;
                values += sealAnew(column, done -> progress.accept(before + done));
                require(held);
            }
            store.retire();
            return Optional.of(new Rotated(keys.current(), values));
        }
    }

    private static void require(TableLock lock) {
        if (!lock.held()) {
            throw new IllegalStateException(
                    "the connection that held the lock of the rotation has ended, so another process"
                            + " may rotate as well; this one stops. Go on with: childfile keys rotate");
        }
    }

    private long sealAnew(SealedColumn column, LongConsumer progress) throws InterruptedException {
        long values = 0;
        while (rows.anyLeft(column)) {
            long before = values;
            values += rows.pass(column, done -> progress.accept(before + done));
            if (values == before) {
                // A run holds what is left until its step ends.
                Thread.sleep(WAIT);
            }
        }
        return values;
    }
}
