package org.childfile.lab.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.kernel.Message;

/** Two nights are started together on one home: one runs, the other says that another goes on, and which process has it. */
final class TwoAtOnce implements Fault {

    @Override
    public String name() {
        return "two-nights";
    }

    @Override
    public Outcome strike(TestBed bed) throws IOException, InterruptedException, SQLException {
        Path home = bed.home("two-at-once");
        ProgramProcess one = bed.night(home, 1);
        ProgramProcess other = bed.night(home, 1);
        int codeOfOne = one.ended();
        int codeOfOther = other.ended();
        boolean oneRan = codeOfOther == ExitCode.FAILED;
        ProgramProcess ran = oneRan ? one : other;
        ProgramProcess refused = oneRan ? other : one;
        String why = bed.text(
                "run.refused.going-on", "childfile, process " + ran.process().pid());
        String found = bed.difference(home, 1);
        if (Math.min(codeOfOne, codeOfOther) != bed.undisturbed(1).code()
                || Math.max(codeOfOne, codeOfOther) != ExitCode.FAILED
                || !refused.said().contains(why)) {
            found += "codes " + codeOfOne + " and " + codeOfOther + "\n" + one.said() + other.said();
        }
        return Fault.outcome(Message.of("chaos.two-nights"), found);
    }
}
