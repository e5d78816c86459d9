package org.childfile.keys;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** One process at a time rotates the keys of a warehouse. The lock goes with its connection. */
final class RotationLock implements AutoCloseable {

    private final Connection connection;
    private final boolean held;

    private RotationLock(Connection connection, boolean held) {
        this.connection = connection;
        this.held = held;
    }

    static RotationLock take(DataSource dataSource) {
        try {
            Connection connection = dataSource.getConnection();
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("select pg_try_advisory_lock(hashtext('childfile rotation'), 0)")) {
                row.next();
                return new RotationLock(connection, row.getBoolean(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of the rotation cannot be taken", e);
        }
    }

    boolean held() {
        return held;
    }

    @Override
    public void close() {
        try (connection;
                Statement statement = connection.createStatement()) {
            if (held) {
                statement.execute("select pg_advisory_unlock(hashtext('childfile rotation'), 0)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of the rotation cannot be freed", e);
        }
    }
}
