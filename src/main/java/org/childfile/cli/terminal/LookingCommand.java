package org.childfile.cli.terminal;

import java.sql.Connection;
import java.sql.SQLException;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.jspecify.annotations.Nullable;

/** A command that only looks at the warehouse. */
public abstract class LookingCommand extends CommandBase {

    private @Nullable Warehouse opened;
    private @Nullable Connection connection;
    private @Nullable Keyring keys;

    public LookingCommand(Shell shell) {
        super(shell);
    }

    /** Looks at what the published views answer; what lies sealed in the answers is opened. */
    public abstract int look(AskedReads reads) throws SQLException;

    /** As the program itself sees the warehouse; what shows persons asks for them with a purpose. */
    public Connection open(Warehouse warehouse) throws SQLException {
        return warehouse.read();
    }

    @Override
    public Integer call() throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell());
                Connection asked = open(warehouse)) {
            opened = warehouse;
            connection = asked;
            return look(new AskedReads(asked, new LazyKeys(this::keys)));
        } finally {
            opened = null;
            connection = null;
            keys = null;
        }
    }

    /** For what it looks. */
    public String purpose() {
        return Warehouse.OPERATIONS;
    }

    /** The door through which persons are shown. */
    public CliDoor door() throws SQLException {
        return CliDoor.operator(warehouse(), purpose());
    }

    /** Opens what lies sealed. */
    public Keyring keys() throws SQLException {
        if (keys == null) {
            keys = warehouse().keys();
        }
        return keys;
    }

    /** The connection that is looked over, which only reads: for what streams rows. */
    public Connection connection() {
        if (connection == null) {
            throw new IllegalStateException("nothing is shown before the warehouse is open");
        }
        return connection;
    }

    /** The warehouse that is looked at. */
    public Warehouse warehouse() {
        if (opened == null) {
            throw new IllegalStateException("nothing is shown before the warehouse is open");
        }
        return opened;
    }

    /** An attribute's name in the language of the user. */
    public String label(AttributeCatalogue.Attribute attribute) {
        return attribute.label(shell().messages().bundle().getLocale());
    }

    /** Prints a query's rows as a table, or what stands for none. */
    public void table(TextTable table) {
        if (table.isEmpty()) {
            print(text("none"));
        } else {
            table.lines().forEach(this::print);
        }
    }
}
