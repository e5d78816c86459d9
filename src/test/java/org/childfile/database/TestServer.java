package org.childfile.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.childfile.files.versions.VersionSchema;

/**
 * One real PostgreSQL for all tests of a JVM, on a port of the system's choice. Each test takes a database of its own,
 * copied from one whose tables are there already. The server and all its data go with the JVM.
 */
public final class TestServer {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** For each column with a foreign key to the persons a trigger that makes the person. */
    private static final String PEOPLED = """
            create function public.arise() returns trigger language plpgsql security definer
            set search_path = pg_catalog, pg_temp as $$
            declare
                named text := to_jsonb(new) ->> tg_argv[0];
            begin
                if named is not null then
                    insert into linkage.person (person_id, population, founded_run)
                    values (named, case when named like 'V%' then 'volunteer' else 'child' end, 'test')
                    on conflict do nothing;
                end if;
                return new;
            end $$;
            do $$
            declare
                named record;
            begin
                for named in
                    select c.conrelid::regclass as relation, a.attname as name
                    from pg_constraint c
                    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                    where c.contype = 'f' and c.confrelid = 'linkage.person'::regclass and c.conrelid <> c.confrelid
                loop
                    execute format('create trigger arise_%2$s before insert or update on %1$s
                        for each row execute function public.arise(%2$L)', named.relation, named.name);
                end loop;
            end $$""";

    /** Started when it is first wanted. */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();
        private static final String MIGRATED = migrated();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setServerConfig("timezone", "Asia/Shanghai")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("shared_buffers", "96MB")
                        .setServerConfig("jit", "off")
                        .setServerConfig("wal_level", "minimal")
                        .setServerConfig("max_wal_senders", "0")
                        .setServerConfig("max_connections", "60")
                        .setServerConfig("autovacuum", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("the tests need PostgreSQL", e);
            }
        }

        private static String migrated() {
            String name = "migrated";
            execute("create database " + name);
            DatabaseAddress address = address(name);
            VersionSchema.migrations().configured(address).load().migrate();
            return name;
        }
    }

    private TestServer() {}

    /** A new database with all tables and no rows. */
    public static DatabaseAddress fresh() {
        return copy(Server.MIGRATED);
    }

    /**
     * A new database for tests that tell what is said of persons and not how they came to be: whoever is named by a row that needs a
     * person is one.
     */
    public static DatabaseAddress peopled() {
        DatabaseAddress address = fresh();
        execute(address, PEOPLED);
        return address;
    }

    /** A new database with what another one holds; nobody may be connected to that one. */
    public static DatabaseAddress copy(DatabaseAddress original) {
        return copy(name(original));
    }

    /** Drops a database that no test needs any more; nobody may be connected to it. */
    public static void drop(DatabaseAddress address) {
        execute("drop database " + name(address));
    }

    private static String name(DatabaseAddress address) {
        return address.url().substring(address.url().lastIndexOf('/') + 1);
    }

    private static DatabaseAddress copy(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + template + " strategy file_copy");
        DatabaseAddress address = address(name);
        // A copy has PostgreSQL's own privileges again; the program takes them away whenever it starts.
        execute(address, "call rights.guard()");
        return address;
    }

    private static DatabaseAddress address(String name) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + Server.RUNNING.getPort() + "/" + name, "postgres", "");
    }

    private static void execute(String sql) {
        execute(address("postgres"), sql);
    }

    private static void execute(DatabaseAddress address, String sql) {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
