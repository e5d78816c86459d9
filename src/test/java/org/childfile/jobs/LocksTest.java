package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.childfile.access.keys.Rotation;
import org.childfile.access.keys.TestKeys;
import org.childfile.database.TableLock;
import org.childfile.ingest.mapping.SourceRecords;
import org.junit.jupiter.api.Test;

/** Who can stop a night by holding locks, and what a run does whose own lock is gone. */
class LocksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> MODES = List.of(
            "access share",
            "row share",
            "row exclusive",
            "share update exclusive",
            "share",
            "share row exclusive",
            "exclusive",
            "access exclusive");

    private final Nights nights = Nights.shared().empty();

    @Test
    void aLoginThatHoldsEveryLockItCanGetStopsNoNightAndNoRotation() throws Exception {
        try (Connection idler = idler()) {
            Map<String, List<String>> got = new TreeMap<>();
            for (String advisory : List.of(
                    "pg_advisory_lock(7163091121594591596)",
                    "pg_advisory_lock(hashtextextended('versions.change_position', 0))",
                    "pg_advisory_lock(hashtext('childfile rotation'), 0)",
                    "count(pg_advisory_lock(hashtext('childfile feed'), hashtext(feed))) from unnest('{civil-affairs,"
                            + "education,health,police,political-legal,insurance,disabled,psychology,volunteers,pairings,"
                            + "care}'::text[]) feed")) {
                execute(idler, "select " + advisory);
            }
            idler.setAutoCommit(false);
            for (String relation :
                    texts(idler, "select c.oid::regclass from pg_class c where c.relkind in ('r', 'p', 'v')")) {
                for (String mode : MODES) {
                    if (attempt(idler, "lock table " + relation + " in " + mode + " mode nowait")) {
                        got.computeIfAbsent(mode, first -> new ArrayList<>()).add(relation);
                    }
                }
            }
            assertThat(got).containsOnlyKeys("access share");
            assertThat(got.get("access share"))
                    .contains("mart.child", "ops.run")
                    .doesNotContain("batch.run_lock");

            assertThat(nights.run(1).state()).isEqualTo(Run.State.DONE);
            assertThat(nights.run(2).state()).isEqualTo(Run.State.DONE);
            assertThat(new Rotation(nights.database(), TestKeys.of(nights.database()))
                            .rotate(List.of(SourceRecords.SEALED), values -> {}))
                    .isPresent();
        }
    }

    /** Somebody who may look, on a server where everybody may take advisory locks. */
    private Connection idler() throws SQLException {
        try (Connection owner = nights.address().connect()) {
            execute(owner, """
                    do $$ begin
                        if to_regrole('idler') is null then create role idler login in role childfile_reader; end if;
                    end $$;
                    grant execute on function pg_advisory_lock(bigint), pg_advisory_lock(integer, integer) to idler""");
        }
        return DriverManager.getConnection(nights.address().url(), "idler", "");
    }

    private static boolean attempt(Connection connection, String statement) throws SQLException {
        java.sql.Savepoint before = connection.setSavepoint();
        try {
            execute(connection, statement);
            return true;
        } catch (SQLException e) {
            connection.rollback(before);
            return false;
        }
    }

    @Test
    void aRunWhoseLockIsLostCommitsNothingMoreAndHasFailed() {
        Standstill standstill =
                Standstill.atDatabase(nights.address(), "lock table linkage.membership in exclusive mode");
        CompletableFuture<Run> night = CompletableFuture.supplyAsync(() -> nights.run(1));
        await(standstill);
        endLock();
        standstill.close();

        Run run = night.join();

        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(nights.books().texts("select message from ops.run"))
                .containsExactly(
                        "the database connection that held the run's lock has ended, so the run stopped before its"
                                + " next step; what it had not committed is undone. Go on with: childfile retry");
        assertThat(nights.books().count("select count(*) from linkage.membership"))
                .isZero();
        assertThat(nights.books().count("select count(*) from mapping.source_record"))
                .isPositive();

        assertThat(nights.runs().retry(run.runId(), RunProgress.NONE).state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void aRunThatAnotherProcessHasTakenUpIsLeftToIt() {
        Standstill standstill =
                Standstill.atDatabase(nights.address(), "lock table linkage.membership in exclusive mode");
        CompletableFuture<Run> night = CompletableFuture.supplyAsync(() -> nights.run(1));
        await(standstill);
        endLock();
        try (TableLock other = taken()) {
            assertThat(other.held()).isTrue();
            standstill.close();

            assertThatThrownBy(night::join)
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseInstanceOf(Runs.NotPossible.class)
                    .hasRootCauseMessage("run.refused.taken-up []");
        }
        assertThat(nights.books().texts("select state from ops.run")).containsExactly("running");
    }

    @Test
    void aHeldLockKeepsNoOldRowAndIsHeldOnce() throws SQLException {
        try (TableLock held = taken()) {
            assertThat(held.held()).isTrue();
            try (Connection owner = nights.address().connect()) {
                assertThat(texts(owner, """
                        select concat_ws(' ', a.state, a.backend_xid, a.backend_xmin)
                        from pg_locks l join pg_stat_activity a using (pid)
                        where l.relation = 'batch.run_lock'::regclass and l.granted""")).containsExactly("idle in transaction");
            }
            assertThat(TableLock.take(nights.database(), TableLock.Of.RUNS)).isEmpty();
            assertThatThrownBy(() -> nights.run(1)).hasMessage("run.refused.going-on [PostgreSQL JDBC Driver]");
            endLock();
            assertThat(held.held()).isFalse();
        }
        try (TableLock again = taken()) {
            assertThat(again.held()).isTrue();
        }
    }

    /** Flyway alone takes one, while it migrates. */
    @Test
    void noStatementOfTheProgramTakesAnAdvisoryLock() throws IOException {
        for (Path root : List.of(Path.of("src/main/java"), Path.of("src/main/resources/org"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("pg_(try_)?advisory");
                }
            }
        }
    }

    private TableLock taken() {
        return TableLock.take(nights.database(), TableLock.Of.RUNS).orElseThrow();
    }

    /** Ends the session that holds the lock of runs, as a failing server or network would. */
    private void endLock() {
        try (Connection owner = nights.address().connect()) {
            assertThat(texts(owner, """
                    select pg_terminate_backend(l.pid, 20000) from pg_locks l
                    where l.relation = 'batch.run_lock'::regclass and l.granted and l.mode = 'ShareRowExclusiveLock'""")).containsExactly("t");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Standstill standstill) {
        Instant until = Instant.now().plus(PATIENCE);
        while (!standstill.reached()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.onSpinWait();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
