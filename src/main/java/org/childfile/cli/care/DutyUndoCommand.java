package org.childfile.cli.care;

import org.childfile.care.duties.DutyMarkStore;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile duty undo NUMBER}: takes a mark back; it stays on record. */
@Command(name = "undo")
final class DutyUndoCommand extends DutySayingCommand {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "duty.number")
    private long number;

    DutyUndoCommand(Shell shell) {
        super(shell);
    }

    @Override
    String about() {
        return "undo " + number;
    }

    @Override
    int say(DutyMarkStore marks, String reason, String actor) {
        if (!marks.undo(number, reason, actor)) {
            throw WrongUse.of("wrong.mark-not-in-force", number);
        }
        print(text("duty.undone", String.valueOf(number)));
        return ExitCode.DONE;
    }
}
