package org.childfile.cli.access;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.childfile.access.compliance.Entry.Said;
import org.childfile.access.compliance.Matter;
import org.childfile.access.compliance.Matter.Sort;
import org.childfile.access.compliance.Matters;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile breach note}: adds to what was said of a breach; with {@code --step}, that it was done. */
@Command(name = "note")
final class BreachNoteCommand extends ComplianceCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "breach.id")
    private String id = "";

    @Option(names = "--text", paramLabel = "TEXT", required = true, descriptionKey = "matter.note")
    private String text = "";

    @Option(names = "--step", paramLabel = "STEP", descriptionKey = "breach.step")
    private @Nullable String step;

    @Option(names = "--under-14", paramLabel = "N", descriptionKey = "breach.under-14")
    private @Nullable Integer under14;

    @Option(names = "--others", paramLabel = "N", descriptionKey = "breach.others")
    private @Nullable Integer others;

    BreachNoteCommand(Shell shell) {
        super(shell);
    }

    @Override
    int with(Warehouse warehouse, Matters matters) throws SQLException {
        Matter matter = written(
                warehouse,
                "note breach",
                matters.note(
                        Sort.BREACH,
                        id,
                        new Said(
                                shell().operator().recorded(),
                                Optional.ofNullable(step),
                                number(under14, "--under-14"),
                                number(others, "--others"),
                                null,
                                null,
                                Map.of("what", needed(text, "--text: say what there is to add")))));
        print(text("matter.noted", matter.id()));
        new MatterText(shell().messages(), matters, Instant.now())
                .steps(matter)
                .lines()
                .forEach(this::print);
        return ExitCode.DONE;
    }

    static @Nullable Integer number(@Nullable Integer number, String option) {
        if (number != null && number < 0) {
            throw WrongUse.of("wrong.number-of-persons", option, number);
        }
        return number;
    }
}
