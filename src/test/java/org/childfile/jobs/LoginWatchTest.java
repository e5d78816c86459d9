package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.audit.AccessLog;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.rights.LoginLimits;
import org.childfile.access.rights.LoginStore;
import org.childfile.access.rights.LoginStore.Given;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.Test;

class LoginWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DatabaseAddress address = TestServer.fresh();

    @Test
    void whoTakesMoreThanItMayIsEndedAndThatStandsInTheAccessLog() throws SQLException {
        LoginLimits limits = new LoginLimits(
                Duration.ofHours(1), Duration.ofMillis(20), Duration.ofHours(1), Duration.ofHours(1), 1 << 20, 2);
        LoginStore store = new LoginStore(address.dataSource());
        store.grant(
                new Given(
                        "dawdler", "city", List.of("care"), List.of(""), List.of(), Optional.empty(), Optional.empty()),
                null,
                limits);
        DataSource program = address.as("childfile_writer").dataSource();
        LoginWatch watch = new LoginWatch(program, new AccessLog(program, TestKeys.AUDIT), limits, false);
        try (Connection login = DriverManager.getConnection(address.url(), "dawdler", "");
                Statement statement = login.createStatement()) {
            statement.execute(
                    "set transaction_timeout = 0; set idle_in_transaction_session_timeout = 0; begin; select 1");
            Instant until = Instant.now().plus(PATIENCE);
            try (Repeated ignored = watch.begin()) {
                while (login.isValid(1)) {
                    assertThat(Instant.now()).isBefore(until);
                }
            }
        }
        try (Connection owner = address.connect();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "select subject, door, action, detail from ops.access order by seq desc limit 1")) {
            assertThat(row.next()).isTrue();
            assertThat(List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                    .containsExactly("childfile", "sql", "session-ended", "dawdler transaction");
        }
        assertThat(store.revoke("dawdler")).isTrue();
    }
}
