package org.childfile.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * What one process at a time does in a warehouse, on however many nodes: a lock on an empty table, on which nobody but the
 * program has a privilege. An advisory lock would be anybody's who can connect.
 *
 * <ol>
 *   <li>The lock is taken at once or not at all, in a transaction on a connection of its own, which stays open.
 *   <li>The transaction has written and read nothing: it has no id and no snapshot, so it keeps no old row from being
 *       removed, however long it stands.
 *   <li>PostgreSQL frees the lock when the connection ends, however it ends. {@link #held()} asks whether that has happened.
 * </ol>
 */
public final class TableLock implements AutoCloseable {

    private static final String NOT_AVAILABLE = "55P03";
    private static final int PATIENCE_SECONDS = 30;

    /** What is locked. */
    public enum Of {
        /** A night, or whatever changes files outside of one. */
        RUNS("batch.run_lock", "lock table batch.run_lock in share row exclusive mode nowait"),
        /** The rotation of keys. */
        ROTATION("privacy.rotation_lock", "lock table privacy.rotation_lock in share row exclusive mode nowait");

        private final String table;
        private final String statement;

        Of(String table, String statement) {
            this.table = table;
            this.statement = statement;
        }
    }

    private final Connection connection;
    private final Of what;
    /** One question at a time on the connection. */
    private final Lock asking = new ReentrantLock();

    private TableLock(Connection connection, Of what) {
        this.connection = connection;
        this.what = what;
    }

    /** The lock; empty where another process has it. */
    public static Optional<TableLock> take(DataSource dataSource, Of what) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                return taken(connection, what) ? Optional.of(new TableLock(connection, what)) : giveBack(connection);
            } catch (SQLException e) {
                giveBack(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock " + what.table + " cannot be asked for: " + e.getMessage(), e);
        }
    }

    /** What the session calls itself that has it; empty where none has. PostgreSQL tells no more of another login's. */
    public static Optional<String> holder(DataSource dataSource, Of what) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select a.application_name from pg_locks l join pg_stat_activity a using (pid)
                        where l.relation = to_regclass(?) and l.mode = 'ShareRowExclusiveLock' and l.granted
                          and a.application_name <> '' and l.database = (select oid from pg_database where datname = current_database())""")) {
            select.setString(1, what.table);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static boolean taken(Connection connection, Of what) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // It stands for as long as its work takes, whatever the server or the login is set to.
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            statement.execute("set local transaction_timeout = 0");
            statement.execute(what.statement);
            return true;
        } catch (SQLException e) {
            if (NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static Optional<TableLock> giveBack(Connection connection) throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return Optional.empty();
    }

    /**
     * Whether the lock is still this one's: to ask again for what one holds is granted at once, and only by a connection that
     * answers. A question would leave a snapshot behind.
     */
    public boolean held() {
        asking.lock();
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.execute(what.statement);
            return true;
        } catch (SQLException e) {
            // A connection that does not answer holds nothing.
            return false;
        } finally {
            asking.unlock();
        }
    }

    /** Gives the lock back; one that was lost with its connection is given back already. */
    @Override
    public void close() {
        asking.lock();
        try {
            giveBack(connection);
        } catch (SQLException e) {
            // It is closed all the same, and PostgreSQL frees what a connection held that is no more.
            return;
        } finally {
            asking.unlock();
        }
    }
}
