package org.childfile.access.rights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TestServer;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.mapping.Mappings;
import org.childfile.settings.Problems;

/** A warehouse with a few children in it and the rights of {@code mappings/rights.yaml}. */
final class GuardedWarehouse {

    static final String LOGIN = "login_of_tests";

    private final DatabaseAddress address = TestServer.peopled();

    GuardedWarehouse() throws SQLException {
        this(resource());
    }

    /** One without anybody in it. */
    static GuardedWarehouse empty() throws SQLException {
        return new GuardedWarehouse("select");
    }

    private GuardedWarehouse(String filling) throws SQLException {
        new RightsStore(address.dataSource()).write(rules(), mappings());
        try (Connection owner = owner()) {
            run(owner, filling);
            run(owner, """
                    do $$
                    begin
                        if not exists (select from pg_roles where rolname = 'login_of_tests') then
                            create role login_of_tests login;
                            grant childfile_reader to login_of_tests;
                        end if;
                    end $$""");
        }
    }

    static RightsRules rules() {
        Problems problems = new Problems();
        RightsRules rules = RightsRules.read(Path.of("mappings"), problems);
        problems.raise();
        return rules;
    }

    static Mappings mappings() {
        Problems problems = new Problems();
        Mappings mappings =
                Mappings.read(Path.of("mappings"), Connectors.read(Path.of("connectors"), problems), problems);
        problems.raise();
        return mappings;
    }

    private static String resource() {
        try (InputStream in = Objects.requireNonNull(GuardedWarehouse.class.getResourceAsStream("/sql/rights.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection owner() throws SQLException {
        return address.connect();
    }

    /** A door that asks for somebody. */
    Connection door(Claims claims) throws SQLException {
        Connection connection = address.connect();
        run(connection, "set role childfile_api");
        connection.setAutoCommit(false);
        run(connection, "select rights.ask('" + claims.json().replace("'", "''") + "')");
        return connection;
    }

    /** A door that asks for somebody for as long as the connection stands, each question a transaction of its own. */
    Connection standingDoor(Claims claims) throws SQLException {
        Connection connection = address.connect();
        run(
                connection,
                "select set_config('childfile.claims', '" + claims.json().replace("'", "''") + "', false)");
        run(connection, "set role childfile_api");
        return connection;
    }

    /** Somebody who logs in with SQL. */
    Connection login() throws SQLException {
        return DriverManager.getConnection(address.url(), LOGIN, "");
    }

    /** What the login may, from now on; one that it had is gone. */
    void grant(Claims claims) throws SQLException {
        try (Connection owner = owner();
                var insert = owner.prepareStatement("""
                        insert into rights.grantee (db_role, role, divisions, children, purposes, attributes)
                        values ('login_of_tests', ?, ?, ?, ?, ?)
                        on conflict (db_role) do update set role = excluded.role, divisions = excluded.divisions,
                            children = excluded.children, purposes = excluded.purposes, attributes = excluded.attributes""")) {
            insert.setString(1, claims.role());
            insert.setArray(2, array(owner, claims.divisions()));
            insert.setArray(3, array(owner, claims.children()));
            insert.setArray(4, array(owner, List.of(claims.purpose())));
            insert.setArray(5, claims.attributes() == null ? null : array(owner, claims.attributes()));
            insert.executeUpdate();
        }
    }

    /** Gives the login back what every login has in a database that nobody guards: to make functions, and temporary objects. */
    void letPlant() throws SQLException {
        try (Connection owner = owner()) {
            run(owner, "grant usage on language plpgsql, sql to login_of_tests");
            run(
                    owner,
                    "do $$ begin execute format('grant temporary on database %I to login_of_tests', current_database()); end $$");
        }
    }

    private static java.sql.Array array(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of a query as texts. */
    static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
