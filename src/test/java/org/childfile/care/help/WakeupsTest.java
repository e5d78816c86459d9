package org.childfile.care.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.childfile.care.help.ApplicationTemplate.Telephone;
import org.childfile.care.help.Wakeups.Outcome;
import org.childfile.lab.departments.DepartmentAnswer;
import org.childfile.lab.departments.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls for help on a real PostgreSQL, with the mocked departments at the other end.
 *
 * <p>Over 250 lines: one test a promise, all on the same world.
 */
@SuppressWarnings("NullAway.Init")
class WakeupsTest {

    private static final String STATES =
            "select template || ' ' || state || coalesce(' ' || attention, '') from wakeup.application order by 1";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private CalledChild world;
    private Wakeups wakeups;

    @BeforeEach
    void begin() throws Exception {
        world = new CalledChild();
        wakeups = world.wakeups();
    }

    @AfterEach
    void end() {
        wakeups.close();
        world.close();
    }

    private Outcome.Taken call(Kind kind, String key) {
        return (Outcome.Taken) wakeups.call(CalledChild.call(kind, key), CalledChild.DAY);
    }

    @Test
    void aCallDrawsItsEventListAndIsSentToTheDepartmentThatItConcerns() {
        Outcome.Taken taken = call(Kind.SCHOOLING, "1");
        assertThat(
                        world.texts(
                                "select feed || ' ' || source_key || ' ' || attribute || ' ' || value from wakeup.item order by number"))
                .containsExactly(
                        "education J1 name \"王小一\"",
                        "education J1 school_name \"一小\"",
                        "education J1 grade \"三年级\"",
                        "civil-affairs KJ1 name \"王小一\"");
        assertThat(world.texts("select pairing_id || ' ' || day || ' ' || state from wakeup.wakeup"))
                .containsExactly("JD1 2026-11-21 open");
        assertThat(world.departments.applications("education")).isZero();

        assertThat(wakeups.sendNow(taken.wakeup())).isEqualTo(1);
        assertThat(world.departments.applications("education")).isEqualTo(1);
        assertThat(world.texts("select state || ' ' || actor from wakeup.application_event order by number"))
                .containsExactly("drafted childfile", "confirmed childfile", "received education");
        assertThat(world.texts("select deadline || ' ' || (receipt ~ '^JW[0-9]{10}$') from wakeup.application"))
                .containsExactly("2026-11-28 true");
    }

    @Test
    void aDepartmentIsSentNoMoreThanItsTemplateNames() {
        call(Kind.ILLNESS, "1");
        assertThat(sent("insurance-help"))
                .isEqualTo("{\"applyNo\":\"…\",\"applyType\":\"ILLNESS\",\"psnName\":\"王小一\",\"memo\":\"made up\","
                        + "\"limitDate\":\"2026-11-28\"}");
        assertThat(sent("health-help")).contains("\"diagnoses\":[\"J45\"]").doesNotContain("school");
    }

    private String sent(String template) {
        return world.jdbc
                .sql("select application_id, body from wakeup.application where template = :template")
                .param("template", template)
                .query((row, line) -> new String(
                                new Sealed(world.keys).body(row.getString(1), row.getBytes(2)), StandardCharsets.UTF_8)
                        .replace(row.getString(1), "…"))
                .single();
    }

    @Test
    void theSameCallUnderTheSameKeyIsOneCallAndAnotherOneUnderItIsRefused() {
        Outcome.Taken first = call(Kind.SCHOOLING, "1");
        Outcome.Taken again = call(Kind.SCHOOLING, "1");
        assertThat(again).isEqualTo(new Outcome.Taken(first.wakeup(), false, List.of()));
        assertThat(wakeups.call(CalledChild.call(Kind.HARDSHIP, "1"), CalledChild.DAY))
                .isEqualTo(new Outcome.KeyReused());
        assertThat(call(Kind.SCHOOLING, "2").wakeup()).isNotEqualTo(first.wakeup());
        assertThat(world.texts("select count(*)::text from wakeup.application")).containsExactly("2");
    }

    @Test
    void anotherCallUnderAKeyChangesNothingOfTheFirst() {
        Call nobodys = new Call(
                null,
                null,
                Kind.HARDSHIP,
                "made up",
                Optional.empty(),
                new Call.Origin.Api(),
                "app",
                Optional.of("1"),
                CalledChild.CLOCK.instant());
        wakeups.call(nobodys, CalledChild.DAY);

        assertThat(wakeups.call(CalledChild.call(Kind.SCHOOLING, "1"), CalledChild.DAY))
                .isEqualTo(new Outcome.KeyReused());
        assertThat(world.texts("select kind || ' ' || coalesce(child_id, 'nobody') from wakeup.wakeup"))
                .containsExactly("HARDSHIP nobody");
        assertThat(world.texts("select application_id from wakeup.application")).isEmpty();
    }

    /** No connection is held while a department answers, and none that reports need is anybody else's. */
    @Test
    void whatHangsKeepsNeitherTheOthersNorReportsWaiting() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        world.departments.tamperApplications("education", (nth, path, honest) -> {
            asked.countDown();
            await(answers);
            return honest;
        });
        try (HikariDataSource one = pool(1);
                HikariDataSource ofReports = pool(1);
                Wakeups served = world.wakeups(connections(one), connections(ofReports), PATIENCE)) {
            Outcome.Taken hanging = (Outcome.Taken) served.call(CalledChild.call(Kind.SCHOOLING, "1"), CalledChild.DAY);
            served.sendSoon(hanging.wakeup());
            assertThat(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

            Outcome.Taken other = (Outcome.Taken) served.call(CalledChild.call(Kind.HARDSHIP, "2"), CalledChild.DAY);
            assertThat(served.sendNow(other.wakeup())).isEqualTo(1);

            try (Connection held = one.getConnection()) {
                Outcome.Taken report = (Outcome.Taken) served.call(CalledChild.call(Kind.ABUSE, "3"), CalledChild.DAY);
                assertThat(held.isValid(1)).isTrue();
                assertThat(report.callNow()).isEmpty();
            }
            assertThat(world.texts(STATES))
                    .containsExactly(
                            "civil-affairs-help received",
                            "education-help confirmed",
                            "mandatory-copy received",
                            "mandatory-report received",
                            "page done");
        } finally {
            answers.countDown();
        }
    }

    @Test
    void aReportToAPoliceThatHangsIsAnsweredInTimeWithTheTelephone() {
        CountDownLatch answers = new CountDownLatch(1);
        world.departments.tamperApplications("public-security", (nth, path, honest) -> {
            await(answers);
            return honest;
        });
        Wakeups.Connections all = connections(world.database);
        try (Wakeups served = world.wakeups(all, all, Duration.ofMillis(300))) {
            Outcome.Taken report = (Outcome.Taken) served.call(CalledChild.call(Kind.ABUSE, "1"), CalledChild.DAY);
            assertThat(report.callNow()).extracting(Telephone::number).contains("110");
        } finally {
            answers.countDown();
        }
    }

    @Test
    void aReportThatSomebodyElseIsSendingIsWaitedFor() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        world.departments.tamperApplications("public-security", (nth, path, honest) -> {
            asked.countDown();
            await(answers);
            return honest;
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Outcome.Taken> first = threads.submit(() -> call(Kind.ABUSE, "1"));
            assertThat(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            Future<Outcome.Taken> second = threads.submit(() -> call(Kind.ABUSE, "1"));
            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            answers.countDown();

            assertThat(first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).callNow())
                    .isEmpty();
            assertThat(second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).callNow())
                    .isEmpty();
        } finally {
            answers.countDown();
        }
    }

    /** A night was killed after it had taken the call, and its lease has ended: whoever runs the next one sends the report. */
    @Test
    void aReportThatWasLeftByAKilledNightIsSentByTheNextProcess() {
        world.noted("GH3", "JD2", "ABUSE");
        world.departments.tamperApplications(
                "public-security", (nth, path, honest) -> honest.withEnding(Ending.CLOSED));
        wakeups.night("20261121-1", CalledChild.DAY);
        wakeups.awaitReports();
        world.departments.behave();

        try (Wakeups later = world.later()) {
            later.awaitReports();
        }

        assertThat(world.texts("select distinct state from wakeup.application where template = 'mandatory-report'"))
                .containsExactly("received");
    }

    /** A night does not wait for the police; a process that only runs a night does, before it ends. */
    @Test
    void aReportThatANightBringsKeepsNobodyWaitingAndIsSentBesideIt() {
        CountDownLatch answers = new CountDownLatch(1);
        world.departments.tamperApplications("public-security", (nth, path, honest) -> {
            await(answers);
            return honest;
        });
        try {
            world.noted("GH3", "JD2", "ABUSE");
            wakeups.night("20261121-1", CalledChild.DAY);
            assertThat(world.texts("select distinct state from wakeup.application where template = 'mandatory-report'"))
                    .containsExactly("confirmed");
        } finally {
            answers.countDown();
        }
        wakeups.awaitReports();
        assertThat(world.texts("select distinct state from wakeup.application where template = 'mandatory-report'"))
                .containsExactly("received");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HikariDataSource pool(int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(world.database);
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        return pool;
    }

    private static Wakeups.Connections connections(DataSource dataSource) {
        return new Wakeups.Connections(dataSource, new DataSourceTransactionManager(dataSource));
    }

    /** One transaction waits for the other's end, and then sees it. */
    @Test
    void ofTwoApplicationsThatEndTogetherTheSecondEndsTheCall() throws Exception {
        Outcome.Taken taken = call(Kind.ILLNESS, "1");
        // Twice, as it is written: the second time PostgreSQL looks after the foreign key, and holds the call a little.
        String end = "update wakeup.application set state = 'done', department_state = 'done', ended_at = now()"
                + " where template = '%1$s'; update wakeup.application set attempts = 0 where template = '%1$s'";
        WakeupStore store = new WakeupStore(world.database, world.keys);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(world.database));
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService second = Executors.newSingleThreadExecutor()) {
            Future<?> other = transaction.execute(status -> {
                world.jdbc.sql(end.formatted("health-help")).update();
                store.settle(taken.wakeup(), CalledChild.CLOCK.instant());
                Future<?> waiting = second.submit(() -> transaction.executeWithoutResult(within -> {
                    world.jdbc.sql(end.formatted("insurance-help")).update();
                    begun.countDown();
                    store.settle(taken.wakeup(), CalledChild.CLOCK.instant());
                }));
                await(begun);
                untilSomebodyWaits();
                return waiting;
            });
            other.get();
        }
        assertThat(world.texts("select state from wakeup.wakeup")).containsExactly("done");
    }

    private void untilSomebodyWaits() {
        Instant until = Instant.now().plus(PATIENCE);
        while (world.texts("select count(*)::text from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock'")
                        .equals(List.of("0"))
                && Instant.now().isBefore(until)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aCallReachesItsDepartmentWithinSeconds() throws InterruptedException {
        Outcome.Taken taken = call(Kind.HARDSHIP, "1");
        wakeups.sendSoon(taken.wakeup());
        Instant until = Instant.now().plus(PATIENCE);
        while (world.departments.applications("civil-affairs") == 0
                && Instant.now().isBefore(until)) {
            Thread.sleep(20);
        }
        assertThat(world.departments.applications("civil-affairs")).isEqualTo(1);
    }

    /**
     * A process is killed where a transaction of it would have been committed, at every one in turn; another goes on when what the
     * killed one had taken is free again.
     */
    @Test
    void whereverAProcessIsKilledExactlyOneApplicationArrives() {
        for (int kill = 1; kill <= 5; kill++) {
            String key = "kill-" + kill;
            Wakeups killed = world.wakeups(new Killing(kill));
            try {
                Outcome.Taken taken =
                        (Outcome.Taken) killed.call(CalledChild.call(Kind.SCHOOLING, key), CalledChild.DAY);
                killed.sendNow(taken.wakeup());
            } catch (IllegalStateException expected) {
                assertThat(expected).hasStackTraceContaining("killed");
            }
            // The caller, who has no answer, calls again.
            Outcome.Taken again = call(Kind.SCHOOLING, key);
            try (Wakeups later = world.later()) {
                later.send();
            }
            assertThat(world.texts(
                            "select state || ' ' || (sent_at is not null) from wakeup.application where wakeup_id = '"
                                    + again.wakeup() + "'"))
                    .containsExactly("received true");
            assertThat(world.departments.applications("education")).as(key).isEqualTo(kill);
        }
        assertThat(world.texts("select count(*)::text from wakeup.application")).containsExactly("5");
    }

    /** Undoes the n-th transaction in place of committing it, and all that follow. */
    private final class Killing extends DataSourceTransactionManager {
        private final AtomicInteger left;

        Killing(int nth) {
            super(world.database);
            left = new AtomicInteger(nth);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            if (left.decrementAndGet() <= 0) {
                super.doRollback(status);
                throw new IllegalStateException("killed");
            }
            super.doCommit(status);
        }
    }

    /** Transactions can be begun no more from a moment on. */
    private final class Gone extends DataSourceTransactionManager {
        private int left;

        Gone(int left) {
            super(world.database);
            this.left = left;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            if (left-- <= 0) {
                throw new CannotCreateTransactionException(
                        "no connection", new SQLTransientConnectionException("the database is gone"));
            }
            super.doBegin(transaction, definition);
        }
    }

    @Test
    void aCallThatIsNotTakenBecauseTheDatabaseIsGoneIsNotSetAside() {
        world.noted("GH1", "JD1", "SCHOOLING");
        world.noted("GH2", "JD2", "HARDSHIP");
        try (Wakeups later = world.wakeups(new Gone(2))) {
            assertThatThrownBy(() -> later.night("20261121-1", CalledChild.DAY))
                    .isInstanceOf(CannotCreateTransactionException.class);
        }

        assertThat(wakeups.night("20261121-1", CalledChild.DAY).calls()).isEqualTo(1);
        assertThat(world.texts("select subject from setaside.item")).isEmpty();
    }

    @Test
    void anAnswerThatIsLostOnTheWayIsAskedForAgainAndTheDepartmentCountsOnce() {
        AtomicInteger requests = new AtomicInteger();
        world.departments.tamperApplications("education", (nth, path, honest) -> {
            requests.incrementAndGet();
            return nth <= 3 ? honest.withEnding(Ending.CLOSED) : honest;
        });
        Outcome.Taken taken = call(Kind.SCHOOLING, "1");
        assertThat(wakeups.sendNow(taken.wakeup())).isZero();
        assertThat(world.texts(STATES)).containsExactly("education-help confirmed");
        wakeups.send();
        assertThat(world.texts("select state || coalesce(' ' || message, '') from wakeup.application"))
                .containsExactly("received");
        assertThat(requests.get()).isEqualTo(4);
        assertThat(world.departments.applications("education")).isEqualTo(1);
    }

    @Test
    void aDepartmentThatAnswersNonsenseIsSaidSoTriedAgainAndStopsNobodyElse() {
        world.departments.tamperApplications(
                "health", (nth, path, honest) -> honest.withBody("<html/>".getBytes(StandardCharsets.UTF_8)));
        call(Kind.ILLNESS, "1");
        for (int round = 1; round <= 3; round++) {
            assertThat(wakeups.send().failed()).isEqualTo(1);
        }
        assertThat(world.texts(STATES)).containsExactly("health-help confirmed NONSENSE", "insurance-help received");
        assertThat(world.texts("select message from wakeup.application where attention is not null"))
                .singleElement()
                .asString()
                .endsWith("health-help.yaml: the answer is no JSON");
        world.departments.behave();
        assertThat(wakeups.send().failed()).isZero();
        assertThat(world.texts(STATES)).containsExactly("health-help received", "insurance-help received");
        assertThat(world.departments.applications("health")).isEqualTo(1);
    }

    @Test
    void abuseIsReportedBeforeTheCallReturnsAndPagesAPersonWhoIsToldNoName() {
        Outcome.Taken taken = call(Kind.ABUSE, "1");
        assertThat(taken.callNow()).isEmpty();
        assertThat(world.texts(STATES))
                .containsExactly("mandatory-copy received", "mandatory-report received", "page done");
        assertThat(sent("page")).contains(taken.wakeup()).doesNotContain("王").doesNotContain("made up");
    }

    @Test
    void whereTheReportingRouteIsDownTheAnswerNamesTheTelephoneAndTheReportGoesLater() {
        world.departments.tamperApplications(
                "public-security", (nth, path, honest) -> honest.withEnding(Ending.CLOSED));
        Outcome.Taken taken = call(Kind.ABUSE, "1");
        assertThat(taken.callNow()).extracting(Telephone::number).containsExactly("110", "12345", "12355");
        assertThat(world.texts(STATES))
                .containsExactly("mandatory-copy received", "mandatory-report confirmed UNREACHABLE", "page done");
        world.departments.behave();
        wakeups.send();
        assertThat(world.texts(STATES))
                .containsExactly("mandatory-copy received", "mandatory-report received", "page done");
    }

    @Test
    void anApplicationIsFollowedToItsEndAndTheCallIsDone() {
        String[] answers = {"办理中", "需补充材料", "办理中", "已办结"};
        world.departments.tamperApplications(
                "education",
                (nth, path, honest) -> nth == 1 ? honest : saying(honest, "办理状态", answers[Math.min(nth, 5) - 2]));
        Outcome.Taken taken = call(Kind.SCHOOLING, "1");
        wakeups.sendNow(taken.wakeup());
        for (int round = 1; round <= 4; round++) {
            wakeups.follow(CalledChild.DAY);
        }
        assertThat(world.texts("select state from wakeup.application_event order by number"))
                .containsExactly("drafted", "confirmed", "received", "in_hand", "asked_back", "in_hand", "done");
        assertThat(world.texts("select state from wakeup.wakeup")).containsExactly("done");
        assertThat(wakeups.follow(CalledChild.DAY).followed()).isZero();
    }

    private static DepartmentAnswer saying(DepartmentAnswer honest, String field, String state) {
        var document = (tools.jackson.databind.node.ObjectNode)
                JsonMapper.shared().readTree(new String(honest.body(), StandardCharsets.UTF_8));
        document.put(field, state);
        return honest.withBody(document.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNotDoneByItsDeadlineIsOverdueAndEscalatedOnceByTheDayOfTheRun() {
        call(Kind.SCHOOLING, "1");
        assertThat(wakeups.work(CalledChild.DAY.plusDays(7)).overdue()).isZero();
        assertThat(wakeups.work(CalledChild.DAY.plusDays(8)).overdue()).isEqualTo(1);
        assertThat(wakeups.work(CalledChild.DAY.plusDays(9)).overdue()).isZero();
        assertThat(
                        world.texts(
                                "select state || ' ' || department_state || ' ' || overdue_on || ' ' || escalated_to from wakeup.application"))
                .containsExactly("overdue received 2026-11-29 district");
        assertThat(world.texts("select code from wakeup.application_event where code is not null"))
                .containsExactly("ESCALATED_DISTRICT");
    }

    @Test
    void whatTheFeedNotedIsTakenOnceAndAChildThatBecomesKnownGetsItsApplications() {
        world.noted("GH1", "JD1", "SCHOOLING");
        world.noted("GH2", "JD2", "HARDSHIP");
        world.noted("GH3", "JD2", "ABUSE");
        // The report of abuse is counted nowhere: the counts are published.
        assertThat(wakeups.night("20261121-1", CalledChild.DAY).calls()).isEqualTo(2);
        wakeups.awaitReports();
        assertThat(world.departments.applications("public-security")).isEqualTo(1);
        wakeups.send();
        assertThat(world.texts(
                        "select source_key || ' ' || coalesce(child_id, 'nobody') from wakeup.wakeup order by 1"))
                .containsExactly("GH1 " + CalledChild.CHILD, "GH2 nobody", "GH3 nobody");
        assertThat(world.departments.applications("public-security")).isEqualTo(1);
        assertThat(world.departments.applications("civil-affairs")).isEqualTo(1);
        assertThat(wakeups.night("20261122-1", CalledChild.DAY.plusDays(1)).calls())
                .isZero();

        world.jdbc
                .sql(
                        "insert into pairing.pairing (pairing_id, child_id, state, since) values ('JD2', :child, 'active', '2026-01-01')")
                .param("child", CalledChild.CHILD)
                .update();
        wakeups.night("20261123-1", CalledChild.DAY.plusDays(2));
        wakeups.send();
        assertThat(world.texts("select distinct child_id from wakeup.wakeup")).containsExactly(CalledChild.CHILD);
        assertThat(world.departments.applications("civil-affairs")).isEqualTo(2);
        assertThat(world.departments.applications("public-security")).isEqualTo(1);
        assertThat(world.texts("select count(*)::text from wakeup.wakeup")).containsExactly("3");
    }

    @Test
    void aClosedCallHasNoDeadlineAndWaitsForNobody() {
        Outcome.Taken drafted = call(Kind.HARDSHIP, "1");
        Outcome.Taken sent = call(Kind.SCHOOLING, "2");
        wakeups.sendNow(sent.wakeup());
        for (Outcome.Taken each : List.of(drafted, sent)) {
            assertThat(wakeups.close(each.wakeup(), "wang", "the family was helped"))
                    .isTrue();
        }

        assertThat(wakeups.work(CalledChild.DAY.plusDays(30)).overdue()).isZero();
        assertThat(
                        world.texts(
                                "select distinct template || ' ' || state || ' ' || (ended_at is null) || ' ' || coalesce(attention, '-') from mart.application order by 1"))
                .containsExactly("civil-affairs-help cancelled false -", "education-help received true -");
        assertThat(world.texts("select distinct state || ' ' || overdue || ' ' || attention from mart.wakeup"))
                .containsExactly("closed 0 0");
        assertThat(world.texts("select actor || ' ' || state from wakeup.application_event where code = 'CALL_CLOSED'"))
                .containsExactly("wang cancelled");
    }

    @Test
    void callsForAChildThatWasJoinedToAnotherGoOnAsTheOthers() {
        Outcome.Taken taken = call(Kind.SCHOOLING, "1");
        world.jdbc.sql("""
                        insert into linkage.person (person_id, population, founded_run) values ('C-other', 'child', 'x');
                        update linkage.person set retired_into = 'C-other' where person_id = :child""").param("child", CalledChild.CHILD).update();
        wakeups.night("20261121-1", CalledChild.DAY);
        for (String table : List.of("wakeup", "item", "application", "application_event")) {
            assertThat(world.texts("select distinct child_id from wakeup." + table))
                    .as(table)
                    .containsExactly("C-other");
        }
        wakeups.send();
        assertThat(world.departments.applications("education")).isEqualTo(1);

        world.jdbc
                .sql("update linkage.person set retired_into = null where person_id = :child")
                .param("child", CalledChild.CHILD)
                .update();
        wakeups.night("20261122-1", CalledChild.DAY.plusDays(1));
        for (String table : List.of("wakeup", "item", "application", "application_event")) {
            assertThat(world.texts("select distinct child_id from wakeup." + table))
                    .as(table + " after the join was undone")
                    .containsExactly(CalledChild.CHILD);
        }
        assertThat(wakeups.close(taken.wakeup(), "wang", "helped")).isTrue();
    }

    @Test
    void aCallThatWasForAnotherChildIsClosedAndMadeAnewOnce() {
        Outcome.Taken taken = call(Kind.SCHOOLING, "1");
        world.jdbc
                .sql("insert into linkage.person (person_id, population, founded_run) values ('C-other', 'child', 'x')")
                .update();

        String made = wakeups.anew(taken.wakeup(), "C-other", "wang", "split", CalledChild.DAY)
                .orElseThrow();
        assertThat(wakeups.anew(taken.wakeup(), "C-other", "wang", "split", CalledChild.DAY))
                .contains(made);
        assertThat(wakeups.anew("W9", "C-other", "wang", "split", CalledChild.DAY))
                .isEmpty();

        assertThat(world.texts("select child_id || ' ' || kind || ' ' || state from wakeup.wakeup order by 1"))
                .containsExactly("C-other SCHOOLING open", CalledChild.CHILD + " SCHOOLING closed");
        assertThat(world.texts("select count(*)::text from wakeup.item where wakeup_id = '" + made + "'"))
                .containsExactly("0");
    }

    @Test
    void whatAPersonMustLookAtWaitsUntilOneConfirmsIt() {
        world.jdbc
                .sql("update mapping.source_record set attributes = (attributes::jsonb - 'name')::json")
                .update();
        Outcome.Taken taken = call(Kind.SCHOOLING, "1");
        wakeups.send();
        assertThat(world.texts(STATES)).containsExactly("education-help drafted MISSING_FIELD");
        assertThat(world.texts("select missing::text from wakeup.application")).containsExactly("{学生姓名}");
        assertThat(wakeups.confirm(taken.wakeup(), "wang")).isEqualTo(1);
        assertThat(wakeups.confirm(taken.wakeup(), "wang")).isZero();
        assertThat(wakeups.sendNow(taken.wakeup())).isEqualTo(1);
        assertThat(world.texts(STATES)).containsExactly("education-help received");
    }

    @Test
    void aClosedCallIsNotSentAnyMoreAndKeepsWhyItWasClosed() {
        Outcome.Taken taken = call(Kind.SCHOOLING, "1");
        assertThat(wakeups.close(taken.wakeup(), "wang", "helped by the school"))
                .isTrue();
        assertThat(wakeups.close(taken.wakeup(), "wang", "again")).isFalse();
        assertThat(wakeups.send().sent()).isZero();
        assertThat(world.departments.applications("education")).isZero();
        byte[] said = world.jdbc
                .sql("select said from wakeup.wakeup")
                .query(byte[].class)
                .single();
        assertThat(new Sealed(world.keys).words(taken.wakeup(), said))
                .containsEntry("reason", "helped by the school")
                .containsEntry("photo", "photo-1.jpg");
    }
}
