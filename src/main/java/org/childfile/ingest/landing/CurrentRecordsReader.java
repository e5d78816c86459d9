package org.childfile.ingest.landing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is in force of one feed into the detector of a pull, on a connection of its own, since that of the pull is busy
 * with a COPY. The lock of the feed keeps it from changing meanwhile. Connects when it is first asked.
 */
final class CurrentRecordsReader implements AutoCloseable {

    private static final String QUERY =
            "select key, substring(hash for 16), withdrawn, quarantined from landing.current where feed = ?";
    private static final int FETCH = 10_000;

    private final DataSource dataSource;
    private final String feed;
    private final ChangeDetector detector;
    private @Nullable Connection connection;

    CurrentRecordsReader(DataSource dataSource, String feed, ChangeDetector detector) {
        this.dataSource = dataSource;
        this.feed = feed;
        this.detector = detector;
    }

    /** Everything of the feed. */
    void readAll() {
        try (PreparedStatement select = connection().prepareStatement(QUERY)) {
            select.setFetchSize(FETCH);
            tell(select);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Some keys of the feed. */
    void read(List<String> keys) {
        try (PreparedStatement select = connection().prepareStatement(QUERY + " and key = any (?)")) {
            select.setArray(2, connection().createArrayOf("text", keys.toArray()));
            tell(select);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = dataSource.getConnection();
            connection.setAutoCommit(false);
        }
        return connection;
    }

    private void tell(PreparedStatement select) throws SQLException {
        select.setString(1, feed);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                detector.standing(row.getString(1), row.getBytes(2), row.getBoolean(3), row.getBoolean(4));
            }
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.close();
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("what is in force of " + feed + " cannot be read", e);
    }
}
