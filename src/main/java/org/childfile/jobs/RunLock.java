package org.childfile.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One run at a time on one warehouse, on however many nodes: a session's advisory lock, which PostgreSQL frees when the
 * process that holds it is gone.
 */
final class RunLock implements AutoCloseable {

    private static final long KEY = 0x6368_696C_6466_696CL;

    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    /** The lock; empty where another process runs. */
    static Optional<RunLock> take(DataSource dataSource) {
        try {
            Connection connection = dataSource.getConnection();
            if (ask(connection, "select pg_try_advisory_lock(?)")) {
                return Optional.of(new RunLock(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of runs cannot be asked for", e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(?)");
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of runs cannot be given back", e);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
