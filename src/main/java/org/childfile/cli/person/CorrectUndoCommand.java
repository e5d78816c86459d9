package org.childfile.cli.person;

import java.util.List;
import org.childfile.access.erasure.Correction;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.SubjectCommand;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.jobs.FileCorrections;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile correct undo NUMBER}: takes a correction back; it stays on record. */
@Command(name = "undo")
final class CorrectUndoCommand extends SubjectCommand {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "correct.undo.number")
    private long number;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "option.reason")
    private @Nullable String reason;

    CorrectUndoCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        if (reason == null || reason.isBlank()) {
            throw WrongUse.of("wrong.no-reason");
        }
        try (Warehouse warehouse = Warehouse.open(shell())) {
            CliDoor door = door(warehouse);
            try (Engine engine = Engine.start(warehouse.logins(), workspace())) {
                Correction undone = engine.get(FileCorrections.class)
                        .undo(number, actor(), reason)
                        .orElseThrow(() -> WrongUse.of("wrong.correction-not-in-force", number));
                door.record("undo correction", List.of(undone.personId()), List.of(undone.attribute()), "");
                print(text("correct.undone", String.valueOf(number)));
            }
        }
        return ExitCode.DONE;
    }
}
