package org.childfile.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that is gone, or cannot answer, from a statement that it refuses. Pure. */
public final class Outage {

    /** Classes of SQL states: connection, resources, operator intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private static final String FULL_DISK = "53100";
    /** What the operating system says (ENOSPC); Java has no exception of its own for it. */
    private static final String NO_SPACE = "No space left on device";

    private Outage() {}

    /** Whether the database failed, and nothing is known of what was being worked on. */
    public static boolean is(Throwable failure) {
        return any(failure, Outage::gone);
    }

    /** Whether it failed because a disk is full: the database's, or the one of a file that was to be written. */
    public static boolean isFullDisk(Throwable failure) {
        return any(failure, refused -> FULL_DISK.equals(refused.getSQLState()))
                || Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause -> cause instanceof IOException
                                && String.valueOf(cause.getMessage()).contains(NO_SPACE));
    }

    private static boolean any(Throwable failure, Predicate<SQLException> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && kind.test(refused)) {
                return true;
            }
        }
        return false;
    }

    private static boolean gone(SQLException refused) {
        @Nullable String state = refused.getSQLState();
        return refused instanceof SQLTransientConnectionException
                || refused instanceof SQLNonTransientConnectionException
                || refused instanceof SQLRecoverableException
                || (state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
