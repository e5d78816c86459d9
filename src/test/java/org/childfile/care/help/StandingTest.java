package org.childfile.care.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.childfile.care.help.Standing.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {

    /** What happens, the department's word behind a colon; and how the application stands after it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            confirmed                                                     | CONFIRMED
            taken:RECEIVED                                                | DRAFTED
            confirmed, confirmed, taken:RECEIVED                          | RECEIVED
            confirmed, taken:SENT, followed:RECEIVED                      | RECEIVED
            confirmed, taken:DONE                                         | DONE
            confirmed, followed:IN_HAND                                   | CONFIRMED
            confirmed, taken:RECEIVED, followed:ASKED_BACK, followed:IN_HAND, followed:ASKED_BACK | ASKED_BACK
            confirmed, taken:RECEIVED, followed:IN_HAND, followed:RECEIVED | IN_HAND
            confirmed, taken:RECEIVED, taken:DONE                         | RECEIVED
            confirmed, taken:RECEIVED, followed:DONE, followed:REFUSED    | DONE
            confirmed, taken:RECEIVED, followed:REFUSED, late             | REFUSED
            late                                                          | OVERDUE DRAFTED
            late, confirmed, taken:RECEIVED                               | OVERDUE RECEIVED
            confirmed, taken:RECEIVED, late, followed:IN_HAND             | OVERDUE IN_HAND
            confirmed, taken:RECEIVED, late, followed:DONE                | DONE
            closed                                                        | CANCELLED
            late, confirmed, closed                                       | CANCELLED
            confirmed, taken:RECEIVED, late, closed                       | OVERDUE RECEIVED
            confirmed, closed, taken:RECEIVED                             | CANCELLED
            confirmed, taken:CANCELLED                                    | CONFIRMED
            confirmed, taken:OVERDUE                                      | CONFIRMED
            confirmed, taken:DRAFTED                                      | CONFIRMED
            """)
    void anApplicationStandsAsWhatHappenedLeavesIt(String happenings, String expected) {
        Standing standing = Standing.DRAFTED;
        for (String each : happenings.split(", ", -1)) {
            standing = standing.after(transition(each));
        }
        State department = standing.departmentState();
        assertThat(standing.state() + (standing.state() == department ? "" : " " + department))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"DONE", "REFUSED", "CANCELLED"})
    void whatHasEndedStaysSoWhateverComes(State ended) {
        Standing standing = new Standing(ended, ended);
        for (State says : State.values()) {
            for (Transition transition : List.of(
                    new Transition.Confirmed(),
                    new Transition.Taken(says),
                    new Transition.Followed(says),
                    new Transition.DeadlinePassed())) {
                assertThat(standing.after(transition)).isEqualTo(standing);
            }
        }
    }

    @Test
    void aStateOfTheDepartmentOfItsOwnIsForWhatIsOverdue() {
        assertThatThrownBy(() -> new Standing(State.SENT, State.DONE))
                .hasMessage("DONE is no state of a department while the application is SENT");
        assertThatThrownBy(() -> new Standing(State.OVERDUE, State.OVERDUE))
                .hasMessage("OVERDUE is no state of a department while the application is OVERDUE");
    }

    private static Transition transition(String text) {
        String[] parts = text.strip().split(":", 2);
        return switch (parts[0]) {
            case "confirmed" -> new Transition.Confirmed();
            case "closed" -> new Transition.CallClosed();
            case "late" -> new Transition.DeadlinePassed();
            case "taken" -> new Transition.Taken(State.valueOf(parts[1]));
            case "followed" -> new Transition.Followed(State.valueOf(parts[1]));
            default -> throw new IllegalArgumentException(text);
        };
    }
}
