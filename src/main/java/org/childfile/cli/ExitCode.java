package org.childfile.cli;

/** What the process tells its caller. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;
    /** Done, but something is stale, held or waits for a person. */
    static final int ATTENTION = 3;

    private ExitCode() {}
}
