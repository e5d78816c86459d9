package org.childfile.cli;

import java.sql.Connection;
import java.sql.SQLException;
import org.childfile.mapping.AttributeCatalogue;
import org.childfile.privacy.Keyring;
import org.jspecify.annotations.Nullable;

/** A command that only looks at the warehouse. */
abstract class LookingCommand extends CommandBase {

    private @Nullable Warehouse open;

    LookingCommand(Shell shell) {
        super(shell);
    }

    /** Looks, on a read-only connection. */
    abstract int look(Connection connection) throws SQLException;

    /** As the program itself sees the warehouse; what shows persons asks for them with a purpose. */
    Connection open(Warehouse warehouse) throws SQLException {
        return warehouse.read();
    }

    @Override
    public Integer call() throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell());
                Connection connection = open(warehouse)) {
            open = warehouse;
            return look(connection);
        } finally {
            open = null;
        }
    }

    /** Opens what lies sealed; while the command looks. */
    Keyring keys() throws SQLException {
        return warehouse().keys();
    }

    /** A connection for what no view shows; while the command looks. */
    Connection read() throws SQLException {
        return warehouse().read();
    }

    private Warehouse warehouse() {
        if (open == null) {
            throw new IllegalStateException("the command does not look yet, or no more");
        }
        return open;
    }

    /** An attribute's name in the language of the user. */
    String label(AttributeCatalogue.Attribute attribute) {
        return shell().messages().bundle().getLocale().getLanguage().equals("en") ? attribute.en() : attribute.zh();
    }

    /** Prints a query's rows as a table, or what stands for none. */
    void table(TextTable table) {
        if (table.isEmpty()) {
            print(text("none"));
        } else {
            table.lines().forEach(this::print);
        }
    }
}
