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
    private @Nullable Keyring keys;

    public LookingCommand(Shell shell) {
        super(shell);
    }

    /** Looks, on a read-only connection. */
    public int look(Connection connection) throws SQLException {
        return look(reads(connection));
    }

    /** Looks at what the published views answer. */
    public int look(AskedReads reads) throws SQLException {
        throw new IllegalStateException("a command looks in one way or the other");
    }

    private AskedReads reads(Connection connection) {
        return new AskedReads(connection, new LazyKeys(this::keys));
    }

    /** As the program itself sees the warehouse; what shows persons asks for them with a purpose. */
    public Connection open(Warehouse warehouse) throws SQLException {
        return warehouse.read();
    }

    @Override
    public Integer call() throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell());
                Connection connection = open(warehouse)) {
            opened = warehouse;
            return look(connection);
        } finally {
            opened = null;
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

    /** A text of a view in which what lies sealed is opened: the view gave it to who may see it. */
    public String clear(@Nullable String text) throws SQLException {
        return text == null ? "" : new LazyKeys(this::keys).apply(text);
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
