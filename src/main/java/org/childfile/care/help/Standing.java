package org.childfile.care.help;

/**
 * How an application stands, and how it would stand if it were not overdue.
 *
 * <pre>
 *   drafted ─► confirmed ─► sent ─► received ─► in hand ◄─► asked back
 *                            └─────────┴───────────┴────────────┴──────► done, refused
 *   drafted, confirmed ─► cancelled
 * </pre>
 *
 * <p>Until it has ended, its deadline makes it overdue; what the department says of it goes on beside that. What has ended stays so, whatever comes.
 */
public record Standing(State state, State departmentState) {

    public static final Standing DRAFTED = new Standing(State.DRAFTED, State.DRAFTED);

    public Standing {
        if (departmentState == State.OVERDUE || state != departmentState && state != State.OVERDUE) {
            throw new IllegalArgumentException(
                    departmentState + " is no state of a department while the application is " + state);
        }
    }

    /** What happens to an application. */
    public sealed interface Transition {
        record Confirmed() implements Transition {}

        /** The department answered what was sent. */
        record Taken(State says) implements Transition {}

        /** The department was asked how it stands. */
        record Followed(State says) implements Transition {}

        record DeadlinePassed() implements Transition {}

        /** A person closed the call: what the department does not have yet is not sent any more. */
        record CallClosed() implements Transition {}
    }

    public Standing after(Transition transition) {
        if (state.ended()) {
            return this;
        }
        return switch (transition) {
            case Transition.Confirmed ignored ->
                departmentState == State.DRAFTED ? departmentState(State.CONFIRMED) : this;
            case Transition.Taken(State says) ->
                departmentState == State.CONFIRMED && says.sent() ? departmentState(says) : this;
            case Transition.Followed(State says) ->
                departmentState.sent() && !earlier(says) ? departmentState(says) : this;
            case Transition.DeadlinePassed ignored -> new Standing(State.OVERDUE, departmentState);
            case Transition.CallClosed ignored ->
                departmentState.sent() ? this : new Standing(State.CANCELLED, State.CANCELLED);
        };
    }

    /** A department goes between "in hand" and "asked back" as it likes, but what it took it has taken. */
    private boolean earlier(State says) {
        return !says.sent() || says.compareTo(State.IN_HAND) < 0 && says.compareTo(departmentState) < 0;
    }

    private Standing departmentState(State next) {
        return new Standing(state == State.OVERDUE && !next.ended() ? State.OVERDUE : next, next);
    }
}
