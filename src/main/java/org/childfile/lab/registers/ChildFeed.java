package org.childfile.lab.registers;

import java.time.LocalDateTime;
import java.util.Set;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Mistakes;
import org.childfile.lab.world.Rng;

/**
 * One department's feed about children: whom it knows and how it writes.
 *
 * @param <T> one record as the feed's file takes it: a line, or the cells of a sheet
 */
interface ChildFeed<T> {

    /** The feed's name as everywhere. */
    String name();

    /** Whether night 2 holds only what changed. */
    boolean delta();

    /** The rates of this department's mistakes. */
    default Mistakes rates(Mistakes usual) {
        return usual;
    }

    boolean knows(Child child, Rng rng);

    /** The key of a child's record; {@code copy} is 1 for a second record of the same child. */
    String key(Child child, RecordWriter writer, int copy);

    /** Whether this department may hold two records of a child. */
    default boolean mayHoldTwo() {
        return false;
    }

    /** The same record as a row of one table of all departments. */
    TableRow row(Child child, RecordWriter writer);

    T record(String key, Child child, RecordWriter writer, LocalDateTime updated, boolean first);

    /** What a record of the child tells of its difficulties: of the kinds 11 12 31 32 those that it proves, or the roster. */
    default Set<String> tells(Child child, RecordWriter writer) {
        return Set.of();
    }

    /** What a delta says of a record that is gone. */
    default T deletion(String key, Child child, LocalDateTime at) {
        throw new UnsupportedOperationException(name() + " has no deletions");
    }
}
