package org.childfile.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.access.keys.TestKeys;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.terminal.TextTable;
import org.childfile.database.DatabaseAddress;
import org.childfile.files.identity.TestLinkage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {

    private static final TestLinkage LINKAGE = TestLinkage.fresh();

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void tellAnUncertainPair() {
        LINKAGE.clear()
                .tell(
                        "a/500101201503070029",
                        "name 张子涵; birth 2015-03-07; home 500101001001; father 张伟; tel 13800000001")
                .tell("b/1", "name 张子涵; birth 2015-03-07; father 张建军")
                .link("one");
    }

    @Test
    void aPairIsShownMaskedWithItsEvidenceAndAnswered() {
        CommandRun run = typing("n\nother father\n", "review");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("""
                        Pair 1 of 1   no. 1   between thresholds   worth 0.8
                        record            a:500101**********29            b:1
                        """)
                .contains("name              张*涵                        =  张*涵\n")
                .contains("date of birth     2015-03-07                   =  2015-03-07\n")
                .contains("father's name     张*                          x  张*军\n")
                .contains("""
                        comparison          level       bits    sum
                        ──────────────────  ─────────  ─────  ─────
                        prior                          -16.9  -16.9
                        name                same       +14.7   -2.3
                        date of birth       same       +12.5  +10.2
                        feed                different   +0.3  +10.6
                        father              different   -5.6   +4.9
                        parent or guardian  different   -0.6   +4.3
                        Total +4.3; one person from +6.6, a person is asked from +0.0
                        These two: undecided; a person is asked
                        """)
                .contains("Verdict 1 is kept.", "0 pairs wait.", "It takes effect with the next run")
                .doesNotContain("张子涵", "张建军", "13800000001", "500101201503070029");
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(TextTable.width(line)).as(line).isLessThanOrEqualTo(80));
        assertThat(verdicts()).containsExactly("different wang other father -");
    }

    @Test
    void aReviewerWhoMaySeeSeesTheValues() {
        assertThat(typing("q\n", "review", "--reveal", "--why", "a test").out()).contains("张子涵", "张建军", "13800000001");
    }

    @Test
    void theLastAnswerCanBeTakenBack() {
        LINKAGE.tell("c/1", "name 李浩; birth 2013-11-21; home 500103004005; father 李强")
                .tell("d/1", "name 李浩; birth 2013-11-21; father 李军")
                .link("two");
        CommandRun run = typing("u\nx\ny\nu\ns\nn\nq\n", "review", "--reason", "seen both");

        assertThat(run.out())
                .contains("Nothing was decided in this sitting.", "Verdict 1 is undone; it stays on record.")
                .contains("Verdict 2 is kept.", "1 pairs wait.");
        assertThat(verdicts()).containsExactly("same wang seen both wang", "different wang seen both -");
    }

    @Test
    void whoTypesNoMoreDecidesNoMore() {
        assertThat(typing("y\n", "review").exitCode()).isZero();
        assertThat(verdicts()).isEmpty();
    }

    @Test
    void aPairIsDecidedInOneCommandAndUndoneInAnother() {
        assertThat(run("review", "list").out()).contains("1    0.8  +4.3  between thresholds  a (1)");
        assertThat(run("review", "decide", "1", "same", "--reason", "seen both").out())
                .startsWith(
                        "Verdict 1 is kept.\nIt takes effect with the next run; or now: childfile review --apply\n");
        assertThat(run("review", "list").out()).isEqualTo("Nothing waits for a person.\n");
        assertThat(run("review", "list", "--decided").out())
                .contains("1  same     a:500101**********29  wang", "b:1")
                .doesNotContain("seen both");
        CommandRun opposite =
                run("review", "decide", "a:500101201503070029", "b/1", "different", "--reason", "seen both");
        assertThat(opposite.exitCode()).isEqualTo(2);
        assertThat(opposite.out()).startsWith("The opposite is in force. Verdict 1: same, by wang on ");
        assertThat(run("review", "undo", "1", "--reason", "a slip").out()).startsWith("Verdict 1 is undone");
        assertThat(run("review", "undo", "1", "--reason", "a slip").exitCode()).isEqualTo(2);
    }

    @Test
    void aVerdictThatWasSaidOnOtherDataIsMarkedAndCanBeAskedAgain() {
        run("review", "decide", "1", "same", "--reason", "seen both");
        LINKAGE.link("two");
        assertThat(run("review", "list").out()).doesNotContain("changed");
        assertThat(run("review", "list", "--changed").out()).isEqualTo("(none)\n");

        LINKAGE.jdbc().sql("""
                with pull as (
                    insert into landing.pull (pull_id, feed, state, started, ended) overriding system value
                    values (999, 'b', 'landed', now() + interval '1 hour', now() + interval '1 hour') returning pull_id)
                update mapping.source_record set pull_id = (select pull_id from pull) where feed = 'b'""").update();

        assertThat(run("review", "list").out().replaceAll("\\s+", " "))
                .contains("1 verdicts rest on data that has changed; childfile review asks about them again.");
        assertThat(run("review", "list", "--changed").out()).contains("1  same", "data changed");
        assertThat(run("explain", "a:500101201503070029", "b:1").out().replaceAll("\\s+", " "))
                .contains("A record has changed since, on ", "childfile review undo 1 --reason TEXT");

        CommandRun asked = CommandRun.typing("n\nfather differs\n", environment("wang"), "review");

        assertThat(asked.out())
                .contains("Said on other data. Verdict 1: same, by wang", "Verdict 2 is kept in place of 1.");
        assertThat(run("review", "list", "--decided").out().replaceAll(" +", " "))
                .contains("2 different ", "1 same ", " undone ");
        run("review", "undo", "2", "--reason", "a slip");
        LINKAGE.link("three");
        assertThat(run("review", "list", "--changed").out()).isEqualTo("(none)\n");
        assertThat(run("review", "list").out()).contains("between thresholds");
    }

    @Test
    void aDecisionNeedsAReason() {
        assertThat(run("review", "decide", "1", "same").err())
                .isEqualTo("Error: a decision needs a reason. Give one: --reason TEXT\n");
        assertThat(run("review", "decide", "99", "same", "--reason", "x").err())
                .isEqualTo("Error: no pair 99 waits. List them: childfile review list\n");
        assertThat(run("review", "decide", "1", "perhaps", "--reason", "x").exitCode())
                .isEqualTo(2);
        assertThat(run("review", "decide", "a", "b/1", "same", "--reason", "x").err())
                .startsWith("Error: a record is named FEED:KEY");
    }

    @Test
    void aSecondReviewerDoesNotSeeWhatTheFirstSaid() {
        assertThat(run("review", "--agreement").out()).startsWith("No decided pair was shown to a second reviewer yet");
        run("review", "decide", "1", "same", "--reason", "seen both");
        LINKAGE.link("two");
        assertThat(run("review", "--second").out()).isEqualTo("No pair that others decided is left for you.\n");
        // For whom an opinion is taken down makes nobody a second person.
        assertThat(run("review", "--second", "--actor", "li").out())
                .isEqualTo("No pair that others decided is left for you.\n");
        CommandRun second = CommandRun.typing("n\nother father\n", environment("li"), "review", "--second");

        assertThat(second.out())
                .contains("Somebody decided this pair.", "Your opinion is kept")
                .doesNotContain("seen both", "wang", "C019", "Verdict");
        assertThat(run("review", "--agreement").out()).isEqualTo("""
                Pairs with two opinions 1, agreed 0 (0.0 %), Cohen's kappa 0.00
                Disputed verdicts: 1
                """);
    }

    @Test
    void aVerdictTakesEffectAtOnceIfAsked() {
        String kept = LINKAGE.person("a/500101201503070029");
        String retired = LINKAGE.person("b/1");
        CommandRun run = run("review", "decide", "1", "same", "--reason", "seen both", "--apply");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(LINKAGE.person("a/500101201503070029")).isEqualTo(LINKAGE.person("b/1"));
        assertThat(LINKAGE.texts("select count(*)::text from mart.child")).containsExactly("1");
        assertThat(run("child", retired).out())
                .startsWith(retired + " was joined with another: the file is " + kept + " now\nFile " + kept);
    }

    private List<String> verdicts() {
        return LINKAGE.opened("select concat_ws(' ', kind, actor, reason, coalesce(undone_by, '-'))"
                + " from ops.verdict order by verdict_id");
    }

    private CommandRun run(String... words) {
        return CommandRun.of(environment("wang"), words);
    }

    private CommandRun typing(String typed, String... words) {
        return CommandRun.typing(typed, environment("wang"), words);
    }

    private Map<String, String> environment(String user) {
        DatabaseAddress address = LINKAGE.address();
        Map<String, String> environment = new HashMap<>(Map.of(
                "CHILDFILE_LANG",
                "en",
                "CHILDFILE_HOME",
                home.toString(),
                CommandRun.OPERATOR,
                user,
                "CHILDFILE_DB_URL",
                address.url(),
                "CHILDFILE_DB_USER",
                address.user(),
                "CHILDFILE_DB_PASSWORD",
                address.password()));
        environment.putAll(TestKeys.ENVIRONMENT);
        return environment;
    }
}
