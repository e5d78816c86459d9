package org.childfile.cli.person;

import java.util.List;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.files.digitalfile.Finding;
import org.childfile.jobs.FieldFindings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile hidden undo NUMBER}: takes a finding back; it stays on record. */
@Command(name = "undo")
final class HiddenUndoCommand extends RunningCommand {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "hidden.undo.number")
    private long number;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "option.reason")
    private @Nullable String reason;

    @Option(names = "--actor", paramLabel = "NAME", descriptionKey = "option.actor")
    private @Nullable String actor;

    HiddenUndoCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        if (reason == null || reason.isBlank()) {
            throw WrongUse.of("wrong.no-reason");
        }
        String by = decidedBy(actor);
        try (Warehouse warehouse = Warehouse.open(shell());
                Engine engine = Engine.start(warehouse.logins(), workspace())) {
            Finding undone = engine.get(FieldFindings.class)
                    .undo(number, by, reason)
                    .orElseThrow(() -> WrongUse.of("wrong.finding-not-in-force", number));
            CliDoor.operator(warehouse, Warehouse.OPERATIONS)
                    .record("undo finding", List.of(undone.childId()), List.of("kinds"), "");
            print(text("hidden.undone", String.valueOf(number)));
        }
        return ExitCode.DONE;
    }
}
