package org.childfile.cli.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.main.OnSecondNight;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.database.TestServer;
import org.childfile.kernel.CityTime;
import org.junit.jupiter.api.Test;

class CorrectCommandTest extends OnSecondNight {

    @Test
    void aFileIsCorrectedAtOnceAndStaysSoThroughTheNextNightUntilItIsTakenBack() {
        secondNight();
        String child = texts("select child_id from mart.child where name is not null order by 1 limit 1")
                .getFirst();
        String before = texts("select name from mart.child where child_id = '" + child + "'")
                .getFirst();

        CommandRun corrected = childfile("correct", child, "姓名", "章三", "--proof", "出生证已核对", "--by", "wang");
        assertThat(corrected.err()).isEmpty();
        assertThat(corrected.out())
                .startsWith(
                        "Correction 1 is in force: name of " + child + " is as proved, until the feeds say so too.\n");
        assertThat(name(child)).isEqualTo("章三");
        assertThat(childfile("nightly", "--date", "2025-11-22").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(name(child)).isEqualTo("章三");

        assertThat(childfile("correct", "list").out())
                .contains("1  " + child + "  name       章***  in force  wang")
                .doesNotContain("章三", "出生证");
        assertThat(childfile("correct", "list", "--reveal", "--reason", "a test")
                        .out())
                .contains("章三", "出生证已核对");
        assertThat(childfile("correct", "undo", "1", "--reason", "a slip").out())
                .isEqualTo("Correction 1 is undone; it stays on record.\n");
        assertThat(name(child)).isEqualTo(before);
        assertThat(texts("select concat_ws(' ', purpose, action, person_id, attributes) from ops.access order by seq"))
                .contains(
                        "subject-rights correct " + child + " {name}",
                        "subject-rights corrections " + child + " {name}",
                        "subject-rights undo correction " + child + " {name}");
    }

    @Test
    void aPersonEntersWhenACaringMotherWasCheckedAndOnlyThenIsSheConfirmed() {
        database = TestServer.copy(afterFirstNight);
        String[] proposal = texts("""
                select pairing_id || ' ' || volunteer_id from mart.pairing where state = 'proposed' order by 1 limit 1""").getFirst().split(" ");
        String day = LocalDate.now(CityTime.ZONE).minusDays(3).toString();
        childfile("correct", proposal[1], "background_check_on", "2020-05-04", "--proof", "certificate seen");

        CommandRun refused = childfile("pairing", "confirm", proposal[0]);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(refused.err())
                .startsWith(
                        "Error: the check of the caring mother " + proposal[1] + " for criminal records is too old.");
        assertThat(childfile("pairing", "checks").out()).containsPattern(proposal[1] + " .* lapsed +2020-05-04 ");
        assertThat(childfile("volunteer", proposal[1]).out()).contains("background check", "2020-05-04");

        assertThat(childfile("correct", proposal[1], "背景核查日期", day, "--proof", "new certificate seen")
                        .exitCode())
                .isZero();
        assertThat(childfile("pairing", "confirm", proposal[0]).err()).isEmpty();
        assertThat(texts("select action from ops.access order by seq")).contains("list background checks");
    }

    @Test
    void whatCannotBeIsRefused() {
        database = TestServer.copy(afterFirstNight);
        String child =
                texts("select child_id from mart.child order by 1 limit 1").getFirst();

        assertWrong("a correction needs its proof. Say what was seen: --proof TEXT", "correct", child, "name", "章三");
        assertWrong(
                "that is no value of birth_date; it is read as date is in the mapping files",
                "correct",
                child,
                "birth_date",
                "soon",
                "--proof",
                "seen");
        assertWrong(
                "there is no child or volunteer C1. Look for one: childfile child",
                "correct",
                "C1",
                "name",
                "章三",
                "--proof",
                "seen");
        assertWrong(
                "no correction 7 is in force. List them: childfile correct list",
                "correct",
                "undo",
                "7",
                "--reason",
                "a slip");
        assertThat(childfile("correct", "list").out()).isEqualTo("(none)\n");
    }

    private void assertWrong(String message, String... words) {
        CommandRun run = childfile(words);
        assertThat(run.err()).isEqualTo("Error: " + message + "\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    private String name(String child) {
        return texts("select name from mart.child where child_id = '" + child + "'")
                .getFirst();
    }
}
