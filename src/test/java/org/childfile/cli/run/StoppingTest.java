package org.childfile.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.childfile.access.keys.TestKeys;
import org.childfile.cli.terminal.Engine;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.DatabaseLogins;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.childfile.jobs.Run;
import org.childfile.jobs.RunProgress;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Standstill;
import org.childfile.jobs.TestFiles;
import org.childfile.jobs.TestWorld;
import org.childfile.jobs.Workspace;
import org.childfile.lab.departments.Departments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the work that a serving program is in when it is told to stop. */
@SuppressWarnings("NullAway.Init")
class StoppingTest {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final DatabaseAddress database = TestServer.fresh();
    private Departments departments;
    private Engine engine;

    @BeforeEach
    void serve() {
        departments = Departments.start(TestWorld.small().dir(), 0, "127.0.0.1");
        engine = Engine.serve(DatabaseLogins.of(database), workspace());
        log.start();
        root().addAppender(log);
    }

    private Workspace workspace() {
        return new Workspace(
                        TestFiles.temporary("stopping"),
                        TestFiles.connectors(),
                        TestFiles.mappings(),
                        departments.environment())
                .with(TestKeys.ENVIRONMENT);
    }

    @AfterEach
    void end() {
        root().detachAppender(log);
        engine.close();
        departments.close();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void aPullOfTheScheduleComesToItsEndAndNothingIsLoggedAsAnError() throws Exception {
        Scheduler scheduler = engine.get(Scheduler.class);
        Standstill standstill = Standstill.atDepartment(departments, "civil-affairs", 3);
        scheduler.triggerJob(new JobKey("civil-affairs", "pull"));
        Awaitility.await().until(standstill::reached);

        Thread stop = Thread.ofPlatform().start(engine::close);
        Awaitility.await().until(scheduler::isInStandbyMode);
        standstill.close();

        assertThat(stop.join(Duration.ofSeconds(30))).isTrue();
        assertThat(texts("select feed || ' ' || state || ' ' || pulled from landing.pull"))
                .containsExactly("civil-affairs landed 34");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aNightIsLeftAfterThePullsThatItIsInAndTheNextProcessGoesOnWithIt() throws Exception {
        Scheduler scheduler = engine.get(Scheduler.class);
        Standstill standstill = Standstill.atTheFirstPulls(departments);
        scheduler.triggerJob(new JobKey("nightly", "run"));
        Awaitility.await().until(standstill::reached);

        Thread stop = Thread.ofPlatform().start(engine::close);
        Awaitility.await().until(() -> waitsForTheNight(stop));
        standstill.close();

        assertThat(stop.join(Duration.ofSeconds(30))).isTrue();
        assertThat(warnings()).isEmpty();
        assertThat(texts("select state from ops.run")).containsExactly("running");
        assertThat(texts("select state from landing.pull")).containsExactly("landed", "landed");
        assertThat(texts("select stage from ops.stage")).isEmpty();
        assertThat(texts("select feed from mapping.source_record")).isEmpty();

        try (Engine next = Engine.start(DatabaseLogins.of(database), workspace())) {
            LocalDate day =
                    LocalDate.parse(texts("select day::text from ops.run").getFirst());
            assertThat(next.get(Runs.class).resume(day, RunProgress.NONE))
                    .hasValueSatisfying(run -> assertThat(run.state()).isEqualTo(Run.State.DONE));
        }
        assertThat(texts("select state || ' ' || children || ' ' || volunteers from ops.run"))
                .containsExactly("done 150 45");
        assertThat(texts("select feed || count(*) from ops.pull group by feed having count(*) > 1"))
                .isEmpty();
    }

    /** Whether the end of the program has told the night to stop, and waits for it. */
    private static boolean waitsForTheNight(Thread stop) {
        return stop.getState() == Thread.State.TIMED_WAITING
                && Arrays.stream(stop.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(Runs.class.getName())
                                && frame.getMethodName().equals("stop"));
    }

    private List<String> texts(String sql) {
        return JdbcClient.create(TestDatabase.dataSource(database))
                .sql(sql)
                .query(String.class)
                .list();
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(event -> event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage())
                .toList();
    }
}
