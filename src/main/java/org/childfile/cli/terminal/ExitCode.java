package org.childfile.cli.terminal;

/** What the process tells its caller. */
public final class ExitCode {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USE = 2;
    /** Done, but something is stale, held or waits for a person. */
    public static final int ATTENTION = 3;

    private ExitCode() {}
}
