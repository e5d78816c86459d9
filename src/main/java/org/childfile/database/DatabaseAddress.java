package org.childfile.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the warehouse is.
 *
 * @param url JDBC URL, {@code jdbc:postgresql://…}
 * @param password empty where the server trusts the connection
 */
public record DatabaseAddress(String url, String user, String password) {

    /** A connection whose errors do not repeat the rows that they are about: those are personal data. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "childfile");
        properties.setProperty("logServerErrorDetail", "false");
        return DriverManager.getConnection(url, properties);
    }

    /** Connections as {@link #connect()} gives them, each a new one. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("childfile");
        source.setLogServerErrorDetail(false);
        return source;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
