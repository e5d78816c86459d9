package org.childfile.cli.person;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Moment;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.ingest.mapping.Population;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A file as it stands, as it was, its versions or what two of them say differently; or a search for one. */
abstract class PersonCommand extends AskingCommand {

    private final Population population;

    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "person.id")
    private @Nullable String id;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "person.name")
    private @Nullable String name;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "option.limit")
    private int limit;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    @ArgGroup
    private Part part = new Part();

    /** What of a file is shown; nothing said: how it stands. */
    static final class Part {
        @ArgGroup(exclusive = false)
        private @Nullable Past past;

        @Option(names = "--versions", descriptionKey = "person.versions")
        private boolean versions;

        @Option(names = "--diff", arity = "2", paramLabel = "VERSION", descriptionKey = "person.diff")
        private List<Integer> diff = List.of();
    }

    /** As it was true on a day, by what was recorded until a moment. */
    static final class Past {
        @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "person.as-of")
        private @Nullable LocalDate valid;

        @Option(names = "--recorded", paramLabel = "MOMENT", descriptionKey = "person.recorded")
        private @Nullable String recorded;
    }

    PersonCommand(Shell shell, Population population) {
        super(shell);
        this.population = population;
    }

    @Override
    public CliDoor door() throws SQLException {
        return super.door().under(this, reveal);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        if (id == null) {
            new PersonSearch(reads, this, population, reveal.reveals()).print(name, limit);
            return ExitCode.DONE;
        }
        PersonFile file = new PersonFile(reads, this, population, reveal.reveals());
        if (part.past != null) {
            file.printPast(id, part.past.valid, Moment.parse(part.past.recorded));
        } else if (part.versions) {
            file.printVersions(id);
        } else if (!part.diff.isEmpty()) {
            file.printDifference(id, part.diff.getFirst(), part.diff.getLast());
        } else {
            file.print(id);
            printMore(reads, id);
        }
        return ExitCode.DONE;
    }

    /** What belongs to a file that stands beside it. */
    void printMore(AskedReads reads, String person) {
        // Only some files have more.
    }
}
