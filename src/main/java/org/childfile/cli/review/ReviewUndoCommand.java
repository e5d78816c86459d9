package org.childfile.cli.review;

import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.files.identity.Verdicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile review undo NUMBER}: takes a verdict back; it stays on record. */
@Command(name = "undo")
final class ReviewUndoCommand extends VerdictCommand {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "review.undo.number")
    private long number;

    ReviewUndoCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            CliDoor.reviewer(warehouse).note("undo verdict", Long.toString(number));
            if (new Verdicts(warehouse.service(), warehouse.keys())
                    .undo(number, actor(), neededReason())
                    .isEmpty()) {
                throw WrongUse.of("wrong.verdict-not-in-force", number);
            }
            print(text("review.undone", String.valueOf(number)));
            return after(warehouse, true);
        }
    }
}
