package org.childfile.cli.terminal;

import java.sql.Connection;
import java.sql.SQLException;
import org.childfile.access.readmodel.ReadQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command by which a right of the person that a file is about is met. */
public abstract class SubjectCommand extends RunningCommand {

    @Option(names = "--by", paramLabel = "NAME", descriptionKey = "option.actor")
    private @Nullable String actor;

    public SubjectCommand(Shell shell) {
        super(shell);
    }

    /** Who decides. */
    public String actor() {
        return decidedBy(actor);
    }

    public static CliDoor door(Warehouse warehouse) throws SQLException {
        return CliDoor.forSubject(warehouse);
    }

    /** The id under which a person lives now. */
    public static String livingPerson(Warehouse warehouse, String id) throws SQLException {
        try (Connection connection = warehouse.read()) {
            return warehouse
                    .reads(connection)
                    .one(ReadQuery.of("current-id").with("id", id))
                    .map(row -> row.textOrNull("current_id"))
                    .orElseThrow(() -> WrongUse.of("wrong.no-person", id));
        }
    }
}
