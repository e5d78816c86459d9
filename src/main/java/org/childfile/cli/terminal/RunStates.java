package org.childfile.cli.terminal;

import org.childfile.access.readmodel.Row;

/** How a run stands, for whoever looks at it: in words, in seconds of work, and as an exit code. */
public final class RunStates {

    private RunStates() {}

    /** The state of a row in words. */
    public static String words(Row row, Messages messages) {
        return messages.text("run." + (row.flag("dead") ? "dead" : row.text("state")));
    }

    /** What {@code nightly} says of a run in that state: one that goes on needs nobody. */
    public static int exitCode(Row row) {
        return row.flag("dead")
                ? ExitCode.FAILED
                : switch (row.text("state")) {
                    case "failed" -> ExitCode.FAILED;
                    case "attention" -> ExitCode.ATTENTION;
                    default -> ExitCode.DONE;
                };
    }
}
