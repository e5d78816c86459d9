package org.childfile.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.main.OnSecondNight;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.childfile.jobs.TestFiles;
import org.childfile.lab.departments.Faults;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator does about a night that did not come out well, command by command. */
class OperatorTest extends OnSecondNight {

    private static final String SET_ASIDE = """
            select q.%s from ops.quarantine q where q.feed = 'health' order by q.quarantine_id desc limit 1""";

    @Test
    void aRunWhoseProcessIsGoneIsToldFromOneThatLivesAndOnlyWorkIsCounted() {
        secondNight();
        JdbcClient owner = JdbcClient.create(TestDatabase.dataSource(database));
        owner.sql("""
                        update ops.run set state = 'running', ended = null, worked = 10, started = now() - interval '9 hours',
                            resumed = now() - interval '30 seconds', alive = now() - interval '5 seconds'
                        where run_id = '20251121-1'""").update();
        assertThat(childfile("runs").out()).contains("running", " 35.0 ");
        assertThat(childfile("run", "20251121-1").exitCode()).isZero();

        owner.sql("update ops.run set alive = now() - interval '2 minutes', resumed = now() - interval '4 minutes'")
                .update();
        CommandRun runs = childfile("runs");
        assertThat(runs.out()).contains("process gone", " 130.0 ");
        assertThat(runs.exitCode()).isEqualTo(ExitCode.FAILED);
        CommandRun run = childfile("run", "20251121-1");
        assertThat(run.out()).contains("Go on with it: childfile retry 20251121-1");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aSnapshotThatShrankIsHeldUntilItIsApproved() {
        secondNight();
        long onRoster = count("select count(*) from mart.child where on_roster");
        departments.tamper("civil-affairs", Faults.emptySnapshot("civil-affairs"));

        CommandRun night = childfile("nightly", "--date", "2025-11-22");
        assertThat(night.exitCode()).isEqualTo(ExitCode.ATTENTION);
        assertThat(night.out())
                .startsWith("Run 20251122-1 (2025-11-22): done, needs attention\n")
                .contains("civil-affairs      held ");
        assertThat(childfile("feeds").exitCode()).isEqualTo(ExitCode.ATTENTION);
        assertThat(count("select count(*) from mart.child where on_roster")).isEqualTo(onRoster);

        CommandRun waiting = childfile("hold", "list");
        assertThat(waiting.exitCode()).isEqualTo(ExitCode.ATTENTION);
        assertThat(waiting.out())
                .contains("civil-affairs ", "the snapshot has 0 keys")
                .doesNotContain("education");
        assertThat(childfile("hold", "show", "civil-affairs").out())
                .contains("its approval would withdraw 34 records\n", "500107006", "500240213");

        CommandRun approved =
                childfile("hold", "approve", "civil-affairs", "--reason", "the register moves to another system");
        assertThat(approved.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(approved.out()).startsWith("Run ").contains("): done\n");
        assertThat(count("select count(*) from mart.child where on_roster")).isZero();
        assertThat(
                        texts(
                                "select state || ' ' || withdrawn from ops.pull where feed = 'civil-affairs' and run_id like '%2-1'"))
                .containsExactly("ok 34");
        assertThat(texts("select decided_by || ': ' || decided_reason from ops.pull where decided_by is not null"))
                .containsExactly("wang: the register moves to another system");
        assertThat(childfile("hold", "list").out()).isEqualTo("No pull is held.\n");
        assertThat(childfile("retry", "20251122-1").out()).startsWith("Run 20251122-1 (2025-11-22): done\n");
    }

    @Test
    void aSnapshotThatIsRejectedChangesNothingAndARetryAsksForAnother() {
        secondNight();
        long onRoster = count("select count(*) from mart.child where on_roster");
        departments.tamper("civil-affairs", Faults.emptySnapshot("civil-affairs"));
        childfile("nightly", "--date", "2025-11-22");

        CommandRun rejected = childfile("hold", "reject", "civil-affairs", "--reason", "the file is empty");
        assertThat(rejected.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(rejected.out())
                .isEqualTo("the held pull of civil-affairs is rejected; the data before it stay in force\n");
        assertThat(childfile("feeds").out()).contains("civil-affairs      stale ");

        CommandRun twice = childfile("hold", "reject", "civil-affairs");
        assertThat(twice.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(twice.err())
                .isEqualTo("Error: no pull of civil-affairs is held. How the feeds stand: childfile feeds\n");

        assertThat(childfile("retry", "20251122-1").out()).contains("was rejected by wang on ", ": the file is empty");
        assertThat(childfile("hold", "reject", "civil-affairs").exitCode()).isEqualTo(ExitCode.DONE);

        departments.behave();
        CommandRun retried = childfile("retry", "20251122-1");
        assertThat(retried.out()).startsWith("Run 20251122-1 (2025-11-22): done\n");
        assertThat(retried.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(count("select count(*) from mart.child where on_roster")).isEqualTo(onRoster);
    }

    @Test
    void aRunThatNeedsAttentionIsRetriedUntilItIsDoneAndThenNeverAgain() {
        secondNight();
        departments.tamper("health", Faults.serverDown());
        CommandRun night = childfile("nightly", "--date", "2025-11-22");
        assertThat(night.exitCode()).isEqualTo(ExitCode.ATTENTION);
        assertThat(night.out())
                .contains("! health: the department cannot be reached. check the network, the address and whether the"
                        + " server of the department runs; then retry (detail: the department cannot be reached:"
                        + " NoHttpResponseException) (the data of ")
                .contains("Needs attention: health is stale\n");
        assertThat(inChinese("run", "20251122-1").out())
                .contains("! health：无法连接该部门。请检查网络、地址和对方服务，然后 retry（详情：the department cannot be"
                        + " reached: NoHttpResponseException） （沿用 ")
                .endsWith("需要处理：health 的数据陈旧\n");
        assertThat(childfile("retry", "20251122-1").exitCode()).isEqualTo(ExitCode.ATTENTION);

        departments.behave();
        CommandRun retried = childfile("retry", "20251122-1");
        assertThat(retried.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(retried.out()).startsWith("Run 20251122-1 (2025-11-22): done\n");
        assertThat(
                        texts(
                                "select feed || ' ' || state || ' ' || changed from ops.pull where feed = 'health' and run_id like '%2-1'"))
                .containsExactly("health ok 2");

        Map<String, String> before = contents();
        CommandRun again = childfile("retry", "20251122-1");
        assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(again.out())
                .startsWith("Run 20251122-1 (2025-11-22): done\n")
                .endsWith("there is nothing to do.\n");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void whatAFaultyMappingSetAsideComesInOnceTheMappingIsMended() {
        departments.behave();
        departments.night(1);
        Path faulty = TestFiles.mappings();
        // Else the whole pull would be held for what is refused of it.
        TestFiles.edit(CONNECTORS.resolve("health.yaml"), "limits: {", "limits: {max-refused-percent: 100, ");
        TestFiles.edit(faulty.resolve("health.yaml"), "from: birthDate", "from: birthCertNo");
        String certified = Long.toString(world.lines(1, "health.ndjson").stream()
                .filter(line -> line.contains("\"birthCertNo\":\""))
                .count());

        assertThat(childfile(faulty, "nightly", "--date", "2025-11-21").exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(childfile("quarantine", "list", "--feed", "health", "--limit", "500")
                        .out()
                        .lines()
                        .filter(line ->
                                line.matches(" *\\d+  health  page \\d record \\d+ +BAD_DATE  birthCertNo  .\\*{3}")))
                .hasSize(Integer.parseInt(certified));
        assertThat(childfile(faulty, "quarantine", "replay", "health").out())
                .startsWith(certified + " quarantined records are mapped again\n");
        assertThat(count("select count(*) from ops.quarantine where resolved is null and feed = 'health'"))
                .isEqualTo(Long.parseLong(certified));
        assertEntryIsShownMasked();

        CommandRun replayed = childfile("quarantine", "replay", "health");
        assertThat(replayed.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(replayed.out())
                .startsWith(certified + " quarantined records are mapped again\n" + certified
                        + " of them are sound now, 0 stay in quarantine\nRun ")
                .contains("): done\n");
        assertThat(childfile("quarantine", "list", "--feed", "health").out()).isEqualTo("(none)\n");
        assertThat(childfile("quarantine", "replay", "health").out())
                .isEqualTo("0 quarantined records are mapped again\n");
        assertRecordIsInTheFileOfItsChild();
        assertThat(published()).isEqualTo(published(afterFirstNight));
    }

    @Test
    void whatIsNotThereIsWrongUse() {
        database = TestServer.copy(afterFirstNight);
        assertWrong("there is no run 20251121-7. The runs there are: childfile runs", "retry", "20251121-7");
        assertWrong("there is no run 20251121-7. The runs there are: childfile runs", "run", "20251121-7");
        assertWrong(
                "there is no quarantine entry 4711. List them: childfile quarantine list",
                "quarantine",
                "show",
                "4711");
        String noFeed =
                "there is no feed helth (did you mean health?); there are care-records, civil-affairs, education,"
                        + " health, medical-insurance, pairings, political-legal, public-security, volunteers";
        assertWrong(noFeed, "hold", "approve", "helth");
        assertWrong(noFeed, "quarantine", "replay", "helth");
    }

    private void assertWrong(String message, String... words) {
        CommandRun run = childfile(words);
        assertThat(run.err()).isEqualTo("Error: " + message + "\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    private void assertEntryIsShownMasked() {
        String number = texts(SET_ASIDE.formatted("quarantine_id::text")).getFirst();
        String key = texts(SET_ASIDE.formatted("source_key")).getFirst();
        String line = world.lines(1, "health.ndjson").stream()
                .filter(each -> each.contains("\"recordId\":\"" + key + "\""))
                .findFirst()
                .orElseThrow();
        CommandRun masked = childfile("quarantine", "show", number);
        assertThat(masked.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(masked.out())
                .contains(
                        "feed         health\n",
                        "reason       BAD_DATE\n",
                        "field        birthCertNo\n",
                        "resolved     –\n")
                .contains("source_key   H***\n")
                .doesNotContain(key);
        assertThat(childfile("quarantine", "show", number, "--reveal", "--reason", "a test")
                        .out())
                .contains("source_key   " + key + "\n")
                .endsWith("\n" + line + "\n");
    }

    private void assertRecordIsInTheFileOfItsChild() {
        String key = texts(SET_ASIDE.formatted("source_key")).getFirst();
        String child = texts(
                        "select person_id from mart.membership where feed = 'health' and source_key = '" + key + "'")
                .getFirst();
        CommandRun file = childfile("child", child);
        assertThat(file.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(file.out()).contains(" health ");
    }
}
