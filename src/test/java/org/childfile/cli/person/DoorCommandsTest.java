package org.childfile.cli.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.main.OnSecondNight;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What persons found at the door of a hidden child, and what they say of duties, from the command to the view and back. */
class DoorCommandsTest extends OnSecondNight {

    private static final String HIDDEN = """
            select child_id from (select distinct child_id from mart.hidden_child where finding is null) h order by 1 limit 3""";

    @BeforeEach
    void afterANight() {
        database = TestServer.copy(afterFirstNight);
    }

    @Test
    void whatWasFoundAtTheDoorOutranksTheRuleUntilItIsTakenBack() {
        List<String> hidden = texts(HIDDEN);
        String first = hidden.getFirst();
        String last = hidden.getLast();
        CommandRun shown = childfile("hidden", "show", first);
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out()).contains(first, "Hidden child by kind");

        CommandRun denied = childfile(
                "hidden", "not-so", first, "--reason", "lives with her aunt", "--actor", "li", "--on", "2025-11-21");
        assertThat(denied.err()).isEmpty();
        assertThat(denied.out())
                .startsWith("Finding 1 is in force: " + first + ", kind ")
                .endsWith(": it is not so.\n");
        assertThat(found(first)).isEmpty();

        childfile("hidden", "confirm", last, "--reason", "seen at home", "--actor", "li");
        assertThat(found(last)).isNotEmpty().containsOnly("confirmed");
        childfile("hidden", "known", last, "--reason", "the school knows", "--actor", "li");
        assertThat(found(last)).containsOnly("known");

        CommandRun findings = childfile("hidden", "findings");
        assertThat(findings.out())
                .contains("not so", "known", first, last, "for li")
                .doesNotContain("aunt", "school knows");
        assertThat(childfile("hidden", "findings", "--reveal", "--reason", "a test")
                        .out())
                .contains("aunt");

        assertThat(childfile("hidden", "undo", "1", "--reason", "the wrong door")
                        .out())
                .isEqualTo("Finding 1 is undone; it stays on record.\n");
        assertThat(found(first)).isNotEmpty().containsOnly("-");
        assertThat(childfile("hidden", "findings").out()).contains("(undone)");
    }

    @Test
    void aFindingOfNobodyOrWithoutAReasonIsRefused() {
        String child = texts(HIDDEN).getFirst();
        assertThat(childfile("hidden", "confirm", child).err()).contains("--reason TEXT");
        assertThat(childfile("hidden", "confirm", "C1", "--reason", "seen").exitCode())
                .isEqualTo(ExitCode.WRONG_USE);
        CommandRun undo = childfile("hidden", "undo", "77", "--reason", "a slip");
        assertThat(undo.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(undo.err()).isEqualTo("Error: no finding 77 is in force. List them: childfile hidden findings\n");
    }

    @Test
    void aDutyIsExcusedOrAttemptedAtOnceAndOwedAgainWhenThatIsTakenBack() {
        String pairing = texts(
                        "select pairing_id from mart.care_duty where state = 'due' and kind = 'VISIT' order by 1 limit 1")
                .getFirst();
        String due = "select state from mart.care_duty where pairing_id = '" + pairing
                + "' and kind = 'VISIT' and '2025-11-21' between period_start and period_end";

        CommandRun excused =
                childfile("duty", "excuse", pairing, "VISIT", "2025-11-21", "--reason", "in hospital", "--actor", "li");
        assertThat(excused.err()).isEmpty();
        assertThat(excused.out()).isEqualTo("Mark 1 is kept; the duty is: excused.\n");
        assertThat(texts(due)).containsExactly("excused");
        assertThat(childfile("duty", "undo", "1", "--reason", "a slip").out())
                .isEqualTo("Mark 1 is undone; it stays on record.\n");
        assertThat(texts(due)).containsExactly("due");

        childfile("duty", "attempted", pairing, "VISIT", "2025-11-21", "--reason", "nobody at home");
        assertThat(texts(due)).containsExactly("attempted");
        assertThat(texts(
                        "select mark || ' ' || actor || ' ' || (undone_at is not null) from mart.care_mark where pairing_id = '"
                                + pairing + "' order by mark_id"))
                .first()
                .isEqualTo("excused wang, for li true");
        assertThat(childfile("duty", "undo", "1", "--reason", "again").exitCode())
                .isEqualTo(ExitCode.WRONG_USE);
    }

    private List<String> found(String child) {
        return texts("select coalesce(finding, '-') from mart.hidden_child where child_id = '" + child + "'");
    }
}
