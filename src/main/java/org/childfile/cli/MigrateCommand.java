package org.childfile.cli;

import org.childfile.database.Migrations;
import picocli.CommandLine.Command;

/** {@code childfile migrate}: brings the tables up to date as their owner, so that what runs later needs no such login. */
@Command(name = "migrate")
final class MigrateCommand extends CommandBase {

    MigrateCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            if (!warehouse.logins().ownerKnown()) {
                throw new WrongUse(text("migrate.no-owner"));
            }
            print(text("migrate.done", Migrations.migrate(warehouse.logins())));
            return ExitCode.DONE;
        }
    }
}
