package org.childfile.cli.care;

import org.childfile.care.duties.DutyMarkStore;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.jobs.PipelineSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command by which a person says something of a duty, and why; it takes effect at once. */
abstract class DutySayingCommand extends RunningCommand {

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "option.reason")
    private @Nullable String reason;

    @Option(names = "--actor", paramLabel = "NAME", descriptionKey = "option.actor")
    private @Nullable String actor;

    DutySayingCommand(Shell shell) {
        super(shell);
    }

    /** What is said, for the log: of which duties, or which mark. */
    abstract String about();

    abstract int say(DutyMarkStore marks, String reason, String actor);

    @Override
    public Integer call() throws Exception {
        if (reason == null || reason.isBlank()) {
            throw WrongUse.of("wrong.no-reason");
        }
        try (Warehouse warehouse = Warehouse.open(shell())) {
            DutyMarkStore marks = new DutyMarkStore(
                    warehouse.service(), PipelineSettings.read(workspace()).care(), warehouse.keys());
            CliDoor.operator(warehouse, Warehouse.OPERATIONS).note("duty mark", about());
            return say(marks, reason, decidedBy(actor));
        }
    }
}
