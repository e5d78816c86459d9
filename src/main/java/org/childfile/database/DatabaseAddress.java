package org.childfile.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the warehouse is.
 *
 * @param url JDBC URL, {@code jdbc:postgresql://…}
 * @param password empty where the server trusts the connection
 * @param role the role that each connection acts as from its first statement; empty for the login itself
 */
public record DatabaseAddress(String url, String user, String password, String role) {

    private static final Pattern ROLE = Pattern.compile("[a-z_]*");

    public DatabaseAddress {
        if (!ROLE.matcher(role).matches()) {
            throw new IllegalArgumentException("no name of a role: " + role);
        }
    }

    /** A login that acts as itself. */
    public DatabaseAddress(String url, String user, String password) {
        this(url, user, password, "");
    }

    /** The same login, which acts as a role that was granted to it. */
    public DatabaseAddress as(String other) {
        return new DatabaseAddress(url, user, password, other);
    }

    /** The server's options for a new connection; empty for none. */
    public String options() {
        return role.isEmpty() ? "" : "-c role=" + role;
    }

    /** A connection whose errors do not repeat the rows that they are about: those are personal data. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "childfile");
        properties.setProperty("logServerErrorDetail", "false");
        if (!role.isEmpty()) {
            properties.setProperty("options", options());
        }
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
        if (!role.isEmpty()) {
            source.setOptions(options());
        }
        return source;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return url + " as " + user + (role.isEmpty() ? "" : ", acting as " + role);
    }
}
