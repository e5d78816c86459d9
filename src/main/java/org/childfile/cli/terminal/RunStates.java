package org.childfile.cli.terminal;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How a run stands, for whoever looks at it: in words, in seconds of work, and as an exit code. */
public final class RunStates {

    /** Of {@code ops.run}, beside its own columns: whether its process is gone, and how long it has worked. */
    public static final String COLUMNS = """
            state = 'running' and coalesce(alive, started) < now() - interval '1 minute' as dead,
            round((worked + case when state = 'running'
                then coalesce(extract(epoch from alive - resumed), 0) else 0 end)::numeric, 1) as work_seconds""";

    private RunStates() {}

    /** The state of a row in words. */
    public static String words(ResultSet row, Messages messages) throws SQLException {
        return messages.text("run." + (row.getBoolean("dead") ? "dead" : row.getString("state")));
    }

    /** What {@code nightly} says of a run in that state: one that goes on needs nobody. */
    public static int exitCode(ResultSet row) throws SQLException {
        return row.getBoolean("dead")
                ? ExitCode.FAILED
                : switch (row.getString("state")) {
                    case "failed" -> ExitCode.FAILED;
                    case "attention" -> ExitCode.ATTENTION;
                    default -> ExitCode.DONE;
                };
    }
}
