package org.childfile.cli.access;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.childfile.access.compliance.Entry.Said;
import org.childfile.access.compliance.Matter;
import org.childfile.access.compliance.Matters;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile assessment open}: an impact assessment was made before something was processed. */
@Command(name = "open")
final class AssessmentOpenCommand extends ComplianceCommand {

    /** What risk is left after the measures. */
    enum Risk {
        LOW,
        MEDIUM,
        HIGH;

        String written() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "TITLE", descriptionKey = "assessment.title")
    private String title = "";

    @Option(names = "--scope", paramLabel = "TEXT", required = true, descriptionKey = "assessment.scope")
    private String scope = "";

    @Option(names = "--measures", paramLabel = "TEXT", required = true, descriptionKey = "assessment.measures")
    private String measures = "";

    @Option(names = "--risk", paramLabel = "LEVEL", required = true, descriptionKey = "assessment.risk")
    private Risk risk = Risk.HIGH;

    @Option(names = "--review-due", paramLabel = "YYYY-MM-DD", descriptionKey = "assessment.review-due")
    private @Nullable LocalDate reviewDue;

    AssessmentOpenCommand(Shell shell) {
        super(shell);
    }

    @Override
    int with(Warehouse warehouse, Matters matters) throws SQLException {
        Matter matter = written(
                warehouse,
                "open assessment",
                matters.openAssessment(
                        needed(title, "name what is assessed"),
                        new Said(
                                shell().operator().recorded(),
                                Optional.empty(),
                                null,
                                null,
                                risk.written(),
                                reviewDue,
                                Map.of(
                                        "scope", needed(scope, "--scope: say what is processed and why"),
                                        "measures",
                                                needed(measures, "--measures: say what is done about the risks")))));
        print(text("assessment.opened", matter.id()));
        new MatterText(shell().messages(), matters, Instant.now())
                .steps(matter)
                .lines()
                .forEach(this::print);
        return ExitCode.DONE;
    }
}
