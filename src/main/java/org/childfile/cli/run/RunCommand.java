package org.childfile.cli.run;

import org.childfile.access.readmodel.AskedReads;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.RunReport;
import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile run ID}: the report of one run; it ends as the run stands. */
@Command(name = "run")
public final class RunCommand extends LookingCommand {

    @Parameters(paramLabel = "RUN")
    private String run = "";

    RunCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(AskedReads reads) {
        return new RunReport(reads, shell().out(), shell().messages()).print(run);
    }
}
