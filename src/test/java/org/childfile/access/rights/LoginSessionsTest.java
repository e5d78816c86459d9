package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.childfile.access.rights.LoginStore.Ended;
import org.childfile.access.rights.LoginStore.Given;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the sessions of a login that sets PostgreSQL's own limits aside. */
class LoginSessionsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatabaseAddress address = TestServer.fresh();
    private final LoginStore store = new LoginStore(address.dataSource());
    private final LoginStore program =
            new LoginStore(address.as("childfile_writer").dataSource());
    private Connection login;

    @BeforeEach
    void logIn() throws SQLException {
        store.grant(
                new Given(
                        "sitter", "city", List.of("care"), List.of(""), List.of(), Optional.empty(), Optional.empty()),
                null,
                LoginLimits.USUAL);
        login = DriverManager.getConnection(address.url(), "sitter", "");
        GuardedWarehouse.run(
                login,
                "set statement_timeout = 0; set transaction_timeout = 0; set lock_timeout = 0; set idle_session_timeout = 0;"
                        + " set idle_in_transaction_session_timeout = 0");
    }

    @AfterEach
    void logOut() throws SQLException {
        login.close();
        store.revoke("sitter");
    }

    private static LoginLimits limits(Duration statement, Duration transaction, Duration idle, Duration lock) {
        return new LoginLimits(statement, transaction, idle, lock, 1 << 20, 3);
    }

    /** Looks as the program does, until a session is ended. */
    private List<Ended> ended(LoginLimits limits) {
        List<Ended> ended = new ArrayList<>();
        Instant until = Instant.now().plus(PATIENCE);
        while (ended.isEmpty()) {
            assertThat(Instant.now()).isBefore(until);
            ended.addAll(program.endSessions(limits));
        }
        return ended;
    }

    private void assertGone() {
        assertThatThrownBy(() -> GuardedWarehouse.texts(login, "select 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void aQuestionThatTakesTooLongIsEnded() {
        CompletableFuture<Object> asked = CompletableFuture.supplyAsync(() -> {
            try {
                return GuardedWarehouse.texts(login, "select pg_sleep(600)");
            } catch (SQLException e) {
                return e.getSQLState();
            }
        });

        assertThat(ended(limits(SHORT, LONG, LONG, LONG))).containsExactly(new Ended("sitter", "statement"));
        assertThat(asked.join()).isEqualTo("57P01");
    }

    @Test
    void aTransactionThatStandsTooLongIsEnded() throws SQLException {
        login.setAutoCommit(false);
        GuardedWarehouse.texts(login, "select count(*) from mart.child");

        assertThat(ended(limits(LONG, SHORT, LONG, LONG))).containsExactly(new Ended("sitter", "transaction"));
        assertGone();
    }

    @Test
    void aSessionThatDoesNothingIsEnded() {
        assertThat(ended(limits(LONG, LONG, SHORT, LONG))).containsExactly(new Ended("sitter", "idle"));
        assertGone();
    }

    @Test
    void whoHoldsWhatOthersWaitForIsEndedAndTheyGoOn() throws SQLException {
        login.setAutoCommit(false);
        GuardedWarehouse.texts(login, "select count(*) from mart.child");
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try (Connection owner = address.connect()) {
                GuardedWarehouse.run(
                        owner, "begin; lock table versions.child_version in access exclusive mode; rollback");
                return true;
            } catch (SQLException e) {
                return false;
            }
        });

        assertThat(ended(limits(LONG, LONG, LONG, SHORT))).containsExactly(new Ended("sitter", "blocks"));
        assertThat(waiting.join()).isTrue();
        assertGone();
    }

    @Test
    void whoseLastDayIsOverIsEndedAndFindsNoRightsUntilThen() throws SQLException {
        try (Connection owner = address.connect()) {
            GuardedWarehouse.run(owner, "update rights.grantee set until = current_date - 2 where db_role = 'sitter'");
        }
        assertThat(GuardedWarehouse.texts(login, "select rights.claims() is null"))
                .containsExactly("t");

        assertThat(ended(limits(LONG, LONG, LONG, LONG))).containsExactly(new Ended("sitter", "over"));
        assertGone();
    }

    @Test
    void whoKeepsWithinTheLimitsAndWhoIsNoLoginOfAPersonIsLeftAlone() throws SQLException {
        try (Connection other = address.connect()) {
            other.setAutoCommit(false);
            GuardedWarehouse.texts(other, "select 1");
            assertThat(program.endSessions(limits(LONG, LONG, LONG, LONG))).isEmpty();
            assertThat(GuardedWarehouse.texts(login, "select 1")).containsExactly("1");

            assertThat(ended(limits(SHORT, SHORT, SHORT, SHORT))).containsExactly(new Ended("sitter", "idle"));
            assertThat(GuardedWarehouse.texts(other, "select 2")).containsExactly("2");
        }
    }

    @Test
    void nobodyButTheProgramEndsSessions() {
        assertThatThrownBy(() -> GuardedWarehouse.texts(
                        login, "select login from rights.end_sessions('0 s', '0 s', '0 s', '0 s')"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void aLoginWithPowersOfItsOwnIsNotTouched() throws SQLException {
        try (Connection owner = address.connect()) {
            GuardedWarehouse.run(
                    owner,
                    "insert into rights.grantee (db_role, role, purposes) values ('postgres', 'city', '{care}')");

            assertThat(program.endSessions(limits(SHORT, SHORT, SHORT, SHORT)))
                    .noneMatch(session -> session.login().equals("postgres"));
            assertThat(store.revoke("postgres")).isTrue();
            assertThat(GuardedWarehouse.texts(owner, "select rolcanlogin from pg_roles where rolname = 'postgres'"))
                    .containsExactly("t");
        }
    }
}
