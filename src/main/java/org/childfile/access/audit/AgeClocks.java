package org.childfile.access.audit;

import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Notes which children reached 14, 16 or 18, each once. Ages are counted as courts do: from the day after the birthday. A
 * night's work grows with those whose birthday it was and those whose file it wrote. What was noted stands, also where a
 * date of birth is corrected later.
 */
public final class AgeClocks {

    private final ClockStore store;

    public AgeClocks(DataSource dataSource) {
        this.store = new ClockStore(dataSource);
    }

    /** Reads the clocks for the day that a run stands for, and tells how many advanced. Runs in its caller's transaction. */
    public int advance(String run, LocalDate day) {
        Optional<LocalDate> since = store.readUntil();
        int advanced = store.advance(run, since.orElse(day), day, true);
        if (since.isEmpty() || since.get().isBefore(day)) {
            store.readUntil(day);
        }
        return advanced;
    }

    /** The same for those alone whose file this run wrote: whose birthday it was, the night finds. */
    public int written(String run, LocalDate day) {
        return store.advance(run, day, day, false);
    }
}
