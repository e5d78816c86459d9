package org.childfile.cli.access;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.childfile.access.compliance.Matter;
import org.childfile.access.compliance.Matters;
import org.childfile.access.compliance.Matters.Outcome;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.jobs.PipelineSettings;
import org.childfile.kernel.Message;

/** A command about a breach or an impact assessment. Who speaks is the person at the machine. */
abstract class ComplianceCommand extends RunningCommand {

    ComplianceCommand(Shell shell) {
        super(shell);
    }

    /** Does it. */
    abstract int with(Warehouse warehouse, Matters matters) throws SQLException;

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            return with(
                    warehouse,
                    new Matters(
                            PipelineSettings.read(workspace()).compliance(),
                            warehouse.service(),
                            warehouse.keys(),
                            Clock.systemUTC()));
        }
    }

    /** What was written, after it is on record who did so; a refusal ends the command. */
    Matter written(Warehouse warehouse, String action, Outcome outcome) throws SQLException {
        return switch (outcome) {
            case Outcome.Refused(Message why) -> throw new WrongUse(why);
            case Outcome.Done(Matter matter) -> {
                record(warehouse, action, matter.id());
                yield matter;
            }
        };
    }

    void record(Warehouse warehouse, String action, String detail) throws SQLException {
        CliDoor.operator(warehouse, Warehouse.OPERATIONS).record(action, List.of(), List.of(), detail);
    }

    /** A text that must be there. */
    static String needed(@org.jspecify.annotations.Nullable String text, String otherwise) {
        if (text == null || text.isBlank()) {
            throw new WrongUse(otherwise);
        }
        return text;
    }
}
