package org.childfile.cli.access;

import java.sql.SQLException;
import java.time.Instant;
import org.childfile.access.compliance.Matter;
import org.childfile.access.compliance.Matter.Sort;
import org.childfile.access.compliance.Matters;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.Words;
import org.childfile.cli.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile assessment show}: what was said of an assessment, by whom and when, and what is still to be done. */
@Command(name = "show")
final class AssessmentShowCommand extends ComplianceCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "assessment.id")
    private String id = "";

    AssessmentShowCommand(Shell shell) {
        super(shell);
    }

    @Override
    int with(Warehouse warehouse, Matters matters) throws SQLException {
        Matter matter = matters.find(Sort.ASSESSMENT, id).orElseThrow(() -> WrongUse.of("wrong.no-assessment", id));
        record(warehouse, "read assessment", id);
        MatterText shown = new MatterText(shell().messages(), matters, Instant.now());
        say(text(
                "matter.head",
                id,
                matter.title(),
                new Words(shell().messages()).moment(matter.noticedAt()),
                shown.stands(matter)));
        shown.steps(matter).lines().forEach(this::print);
        print("");
        shown.entries(matter).forEach(this::say);
        return ExitCode.DONE;
    }
}
