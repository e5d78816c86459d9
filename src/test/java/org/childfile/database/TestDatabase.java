package org.childfile.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.childfile.files.versions.VersionSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Empty databases for tests, all on one server that ends with the tests. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedDatabase server;
    /** A database with the program's tables, of which others are copies: the migrations take longer than most tests. */
    private static @Nullable String template;

    private TestDatabase() {}

    /** A new database without any table. */
    public static synchronized DatabaseAddress empty() {
        if (server == null) {
            EmbeddedDatabase started = EmbeddedDatabase.open(Path.of("target", "test-database"));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            server = started;
        }
        return create("template1");
    }

    /** A new database with the program's tables. */
    public static synchronized DatabaseAddress migrated() {
        DatabaseAddress address = copy();
        // What belongs to a database and not to its tables, a copy has anew.
        VersionSchema.migrations().configured(address).load().migrate();
        return address;
    }

    private static DatabaseAddress copy() {
        if (template == null) {
            DatabaseAddress first = empty();
            VersionSchema.migrations().configured(first).load().migrate();
            template = first.url().replaceFirst(".*/", "");
        }
        return create(template);
    }

    private static DatabaseAddress create(String from) {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        DatabaseAddress address = Objects.requireNonNull(server).logins().owner();
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name + " template " + from);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAddress(
                address.url().replaceFirst("/[^/]*$", "/" + name), address.user(), address.password());
    }

    /** A new database with the program's tables, and each of its logins with what it may do there. */
    public static synchronized DatabaseLogins withLogins() {
        DatabaseAddress owner = copy();
        DatabaseLogins all = Objects.requireNonNull(server).logins();
        DatabaseLogins logins = new DatabaseLogins(owner, at(owner.url(), all.program()), at(owner.url(), all.door()));
        VersionSchema.migrations()
                .configured(owner)
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
