package org.childfile.jobs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.childfile.wakeup.Wakeups;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The connections by which reports of abuse are taken and sent: nobody else's, so that a report waits for none that others hold,
 * and gives up within seconds where the warehouse itself hangs. Kept out of sight of Spring's own DataSource.
 */
final class ReportConnections implements AutoCloseable {

    private static final int CONNECTIONS = 2;
    private static final int CONNECTION_TIMEOUT_MILLIS = 3_000;

    private final HikariDataSource pool;

    /** Connections like those of another pool. */
    ReportConnections(HikariDataSource like) {
        HikariConfig config = new HikariConfig();
        like.copyStateTo(config);
        config.setPoolName("childfile-reports");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setConnectionInitSql(
                "set time zone 'Asia/Shanghai'; set lock_timeout = '3s'; set statement_timeout = '6s'");
        this.pool = new HikariDataSource(config);
    }

    Wakeups.Connections connections() {
        return new Wakeups.Connections(pool, new JdbcTransactionManager(pool));
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
