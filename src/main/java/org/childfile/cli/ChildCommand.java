package org.childfile.cli;

import java.sql.Connection;
import java.sql.SQLException;
import org.childfile.mapping.Population;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile child}: one file, or a search for one. */
@Command(name = "child")
final class ChildCommand extends LookingCommand {

    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "person.id")
    private @Nullable String id;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "person.name")
    private @Nullable String name;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "option.limit")
    private int limit;

    @Option(names = "--reveal", descriptionKey = "option.reveal")
    private boolean reveal;

    ChildCommand(Shell shell) {
        super(shell);
    }

    @Override
    int look(Connection connection) throws SQLException {
        if (id != null) {
            new PersonFile(connection, this, Population.CHILD, reveal).print(id);
        } else {
            new PersonSearch(connection, this, Population.CHILD, reveal).print(name, limit);
        }
        return ExitCode.DONE;
    }
}
