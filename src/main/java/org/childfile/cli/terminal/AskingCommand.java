package org.childfile.cli.terminal;

import java.sql.Connection;
import java.sql.SQLException;
import picocli.CommandLine.Option;

/** A command that shows what is known of persons: it sees what the person at the machine may see for a purpose. */
public abstract class AskingCommand extends LookingCommand {

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            defaultValue = Warehouse.OPERATIONS,
            descriptionKey = "option.purpose")
    private String purpose = Warehouse.OPERATIONS;

    public AskingCommand(Shell shell) {
        super(shell);
    }

    @Override
    public String purpose() {
        return purpose;
    }

    @Override
    public Connection open(Warehouse warehouse) throws SQLException {
        return warehouse.look(purpose);
    }
}
