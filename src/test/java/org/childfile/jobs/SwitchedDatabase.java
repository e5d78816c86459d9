package org.childfile.jobs;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.DatabaseLogins;
import org.childfile.database.TestServer;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Lets one application work on one database after the other, because an application takes seconds to start. It works as
 * the running program does, without an owner's rights.
 */
final class SwitchedDatabase extends AbstractDataSource implements AutoCloseable {

    private DatabaseAddress address;
    private HikariDataSource pool;

    SwitchedDatabase(DatabaseAddress address) {
        this.address = address;
        this.pool = pool(address);
    }

    /** Goes on with another database; the one before is dropped. */
    void to(DatabaseAddress other) {
        pool.close();
        TestServer.drop(address);
        address = other;
        pool = pool(other);
    }

    DatabaseAddress address() {
        return address;
    }

    /** Drops the connections, so that the database can be copied; the next use opens new ones. */
    DatabaseAddress atRest() {
        pool.close();
        pool = pool(address);
        return address;
    }

    private static HikariDataSource pool(DatabaseAddress address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.addDataSourceProperty("options", address.as(DatabaseLogins.WRITER).options());
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(0);
        return pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("only one user works on the warehouse");
    }

    @Override
    public void close() {
        pool.close();
        TestServer.drop(address);
    }
}
