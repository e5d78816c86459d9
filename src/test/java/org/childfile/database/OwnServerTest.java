package org.childfile.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.childfile.files.versions.VersionSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server whose superuser is somebody else: the login that migrates may make roles, is bound by no row security, and no more. */
@SuppressWarnings("NullAway.Init")
class OwnServerTest {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("shared_buffers", "64MB")
                .start();
        run(address("postgres", "postgres"), "create role migrator login createrole bypassrls");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static DatabaseAddress address(String database, String user) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database, user, "");
    }

    private static void run(DatabaseAddress address, String... statements) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static List<String> texts(DatabaseAddress address, String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void migrate(DatabaseAddress owner) {
        VersionSchema.migrations()
                .configured(owner)
                .callbacks(new LoginGrants(DatabaseLogins.of(owner)))
                .load()
                .migrate();
    }

    @Test
    void itsOwnerMigratesTwiceGuardsItAndMakesLogins() throws SQLException {
        run(address("postgres", "postgres"), "create database warehouse owner migrator");
        DatabaseAddress owner = address("warehouse", "migrator");

        migrate(owner);
        migrate(owner);

        run(owner, """
                call rights.admit('wang', 'district', '{care}', '{500112}', '{}', null, null,
                    '{"connections": "2", "statement_timeout": "60s", "temp_file_limit": "1MB"}')""");
        assertThat(texts(owner, "select pg_has_role('childfile_warden', 'wang', 'usage')"))
                .containsExactly("t");
        assertThatThrownBy(() -> run(
                        address("warehouse", "wang"),
                        "set session characteristics as transaction read write",
                        "create temporary table planted (n integer)"))
                .hasMessageContaining("permission denied to create temporary tables");
        try (Connection wang = address("warehouse", "wang").connect()) {
            assertThat(texts(owner.as("childfile_writer"), """
                    select e.login || ' ' || e.reason
                    from pg_sleep(0.01), rights.end_sessions('1 h', '1 h', '1 ms', '1 h') e""")).containsExactly("wang idle");
            assertThat(wang.isValid(1)).isFalse();
        }
        run(owner, "call rights.dismiss('wang')");
        run(owner, "call rights.expel('wang')");
        assertThat(texts(owner, "select rolname from pg_roles where rolname = 'wang'"))
                .isEmpty();
    }

    @Test
    void aDatabaseThatCannotBeGuardedIsNotUsed() throws SQLException {
        run(address("postgres", "postgres"), "create database elsewhere");
        run(
                address("elsewhere", "postgres"),
                "grant create on database elsewhere to migrator",
                "grant create on schema public to migrator");

        assertThatThrownBy(() -> migrate(address("elsewhere", "migrator")))
                .hasMessageContaining("everybody may make objects in the database elsewhere");
    }
}
