package org.childfile.cli.run;

import java.util.List;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.jobs.HeldPulls;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile quarantine dismiss NUMBER… --reason TEXT}: puts entries away that need nothing more, or takes that back. */
@Command(name = "dismiss")
final class QuarantineDismissCommand extends RunningCommand {

    @Parameters(paramLabel = "NUMBER", arity = "1..*", descriptionKey = "quarantine.numbers")
    private List<Long> numbers = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "quarantine.reason")
    private @Nullable String reason;

    @Option(names = "--undo", descriptionKey = "quarantine.undo")
    private boolean undo;

    QuarantineDismissCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        if (!undo && (reason == null || reason.isBlank())) {
            throw WrongUse.of("wrong.say-why");
        }
        try (Warehouse warehouse = Warehouse.open(shell());
                Engine engine = Engine.start(warehouse.logins(), workspace())) {
            HeldPulls held = engine.get(HeldPulls.class);
            CliDoor.operator(warehouse, Warehouse.OPERATIONS)
                    .note("quarantine dismiss", (undo ? "opened again: " : "entries ") + numbers.size());
            int count = undo ? held.reopen(numbers) : held.dismiss(numbers, decidedBy(null), String.valueOf(reason));
            print(text(undo ? "quarantine.reopened" : "quarantine.dismissed", count));
            if (count < numbers.size()) {
                throw WrongUse.of("wrong.quarantine-numbers", (numbers.size() - count));
            }
        }
        return ExitCode.DONE;
    }
}
