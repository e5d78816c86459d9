package org.childfile.cli.access;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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

/** {@code childfile assessment note}: adds to an assessment; with {@code --reviewed}, that it was looked at again. */
@Command(name = "note")
final class AssessmentNoteCommand extends ComplianceCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "assessment.id")
    private String id = "";

    @Option(names = "--text", paramLabel = "TEXT", required = true, descriptionKey = "matter.note")
    private String text = "";

    @Option(names = "--reviewed", descriptionKey = "assessment.reviewed")
    private boolean reviewed;

    @Option(names = "--risk", paramLabel = "LEVEL", descriptionKey = "assessment.risk")
    private AssessmentOpenCommand.@Nullable Risk risk;

    @Option(names = "--review-due", paramLabel = "YYYY-MM-DD", descriptionKey = "assessment.review-due")
    private @Nullable LocalDate reviewDue;

    AssessmentNoteCommand(Shell shell) {
        super(shell);
    }

    @Override
    int with(Warehouse warehouse, Matters matters) throws SQLException {
        if (reviewDue != null && !reviewed) {
            throw WrongUse.of("wrong.review-due");
        }
        Matter matter = written(
                warehouse,
                "note assessment",
                matters.note(
                        Sort.ASSESSMENT,
                        id,
                        new Said(
                                shell().operator().recorded(),
                                reviewed ? Optional.of(Matters.REVIEW) : Optional.empty(),
                                null,
                                null,
                                risk == null ? null : risk.written(),
                                reviewDue,
                                Map.of("what", needed(text, "--text: say what there is to add")))));
        print(text("matter.noted", matter.id()));
        new MatterText(shell().messages(), matters, Instant.now())
                .steps(matter)
                .lines()
                .forEach(this::print);
        return ExitCode.DONE;
    }
}
