package org.childfile.care.duties;

/** What a caring mother owes a child: the six ones (六个一), with the rhythm that the federation's rule gives each. */
public enum DutyKind {
    /** A meeting with the child. */
    VISIT(0, Cadence.WEEK),
    /** A heart-to-heart talk. */
    TALK(1, Cadence.HALF_MONTH),
    /** A talk with the guardian. */
    GUARDIAN(2, Cadence.MONTH),
    /** A talk with the class teacher. */
    TEACHER(3, Cadence.QUARTER),
    /** An activity of parents and child together. */
    ACTIVITY(4, Cadence.TERM),
    /** A festival spent with the child. */
    FESTIVAL(5, Cadence.YEAR);

    private final int number;
    private final Cadence usual;

    DutyKind(int number, Cadence usual) {
        this.number = number;
        this.usual = usual;
    }

    /** From 0 on. */
    int number() {
        return number;
    }

    Cadence usual() {
        return usual;
    }
}
