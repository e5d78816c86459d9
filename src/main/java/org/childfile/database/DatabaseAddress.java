package org.childfile.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

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

    /** Never shows the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
