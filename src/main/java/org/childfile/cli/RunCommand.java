package org.childfile.cli;

import java.sql.Connection;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile run ID}: the report of one run; it ends as the run stands. */
@Command(name = "run")
final class RunCommand extends LookingCommand {

    @Parameters(paramLabel = "RUN")
    private String run = "";

    RunCommand(Shell shell) {
        super(shell);
    }

    @Override
    int look(Connection connection) throws SQLException {
        return new RunReport(connection, shell().out(), shell().messages()).print(run);
    }
}
