package org.childfile.jobs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The connections by which reports of abuse are taken and sent: nobody else's, so that a report waits for none that others hold,
 * and gives up within seconds where the warehouse itself hangs. Kept out of sight of Spring's own DataSource.
 */
final class ReportConnections implements AutoCloseable {

    private static final int CONNECTIONS = 2;
    private static final int CONNECTION_TIMEOUT_MILLIS = 3_000;

    private final DataSource connections;

    /**
     * Connections like those of another pool.
     *
     * @param like what is no pool has connections enough, and is used itself
     */
    ReportConnections(DataSource like) throws SQLException {
        this.connections = like.isWrapperFor(HikariDataSource.class) ? pool(like.unwrap(HikariDataSource.class)) : like;
    }

    private static HikariDataSource pool(HikariDataSource like) {
        HikariConfig config = new HikariConfig();
        like.copyStateTo(config);
        config.setPoolName("childfile-reports");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setConnectionInitSql(
                "set time zone 'Asia/Shanghai'; set lock_timeout = '8s'; set statement_timeout = '8s'");
        return new HikariDataSource(config);
    }

    DataSource connections() {
        return connections;
    }

    @Override
    public void close() {
        if (connections instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
