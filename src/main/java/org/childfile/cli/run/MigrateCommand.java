package org.childfile.cli.run;

import java.sql.SQLException;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.files.versions.VersionSchema;
import picocli.CommandLine.Command;

/** {@code childfile migrate}: brings the tables up to date as their owner, so that what runs later needs no such login. */
@Command(name = "migrate")
public final class MigrateCommand extends CommandBase {

    MigrateCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            if (!warehouse.logins().ownerKnown()) {
                throw new WrongUse(text("migrate.no-owner"));
            }
            print(text("migrate.done", VersionSchema.migrations().migrate(warehouse.logins())));
            return ExitCode.DONE;
        }
    }
}
