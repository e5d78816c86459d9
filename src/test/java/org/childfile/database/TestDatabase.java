package org.childfile.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Empty databases for tests, all on one server that ends with the tests. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedDatabase server;

    private TestDatabase() {}

    /** A new database without any table. */
    public static synchronized DatabaseAddress empty() {
        if (server == null) {
            EmbeddedDatabase started = EmbeddedDatabase.open(Path.of("target", "test-database"));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            server = started;
        }
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        DatabaseAddress address = server.logins().owner();
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAddress(
                address.url().replaceFirst("/[^/]*$", "/" + name), address.user(), address.password());
    }

    /** A new database with the program's tables. */
    public static DatabaseAddress migrated() {
        DatabaseAddress address = empty();
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:db/migration")
                .schemas("public")
                .load()
                .migrate();
        return address;
    }

    /** A new database with the program's tables, and each of its logins with what it may do there. */
    public static DatabaseLogins withLogins() {
        DatabaseAddress owner = empty();
        DatabaseLogins all = Objects.requireNonNull(server).logins();
        DatabaseLogins logins = new DatabaseLogins(owner, at(owner.url(), all.program()), at(owner.url(), all.door()));
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .schemas("public")
                .callbacks(new LoginGrants(logins))
                .load()
                .migrate();
        return logins;
    }

    private static DatabaseAddress at(String url, DatabaseAddress login) {
        return new DatabaseAddress(url, login.user(), login.password());
    }

    public static DriverManagerDataSource dataSource(DatabaseAddress address) {
        return new DriverManagerDataSource(address.url(), address.user(), address.password());
    }
}
