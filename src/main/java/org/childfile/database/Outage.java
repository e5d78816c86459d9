package org.childfile.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is gone, or cannot answer, from a statement that it refuses. Pure. */
public final class Outage {

    /** Classes of SQL states: connection, resources, operator intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private Outage() {}

    /** Whether the database failed, and nothing is known of what was being worked on. */
    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && gone(refused)) {
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
