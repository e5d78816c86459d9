package org.childfile.cli.review;

import java.sql.SQLException;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.Words;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.files.identity.Verdict;
import org.childfile.files.identity.Verdicts.Outcome;
import org.childfile.jobs.Run;
import org.childfile.jobs.Runs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command by which a person decides. */
abstract class VerdictCommand extends RunningCommand {

    @Option(names = "--actor", paramLabel = "NAME", descriptionKey = "option.actor")
    private @Nullable String actor;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "option.reason")
    private @Nullable String reason;

    @Option(names = "--apply", descriptionKey = "option.apply")
    private boolean apply;

    VerdictCommand(Shell shell) {
        super(shell);
    }

    /** Who decides. */
    String actor() {
        return decidedBy(actor);
    }

    @Nullable
    String reason() {
        return reason == null || reason.isBlank() ? null : reason;
    }

    String neededReason() {
        String given = reason();
        if (given == null) {
            throw WrongUse.of("wrong.no-reason");
        }
        return given;
    }

    /** Tells what became of a verdict, and whether it is in force now. */
    boolean tell(Outcome outcome) {
        Words words = new Words(shell().messages());
        switch (outcome) {
            case Outcome.Said(Verdict verdict) -> print(text("review.said", String.valueOf(verdict.number())));
            case Outcome.SaidBefore(Verdict verdict) -> print(text("review.said-before", words.verdict(verdict)));
            case Outcome.Contradicts(Verdict verdict) ->
                print(text("review.contradicts", words.verdict(verdict), String.valueOf(verdict.number())));
            case Outcome.NoSuchRecord(var key) -> throw WrongUse.of("wrong.no-record", new Shown(false).key(key));
            case Outcome.NotComparable() -> throw WrongUse.of("wrong.verdict-two");
        }
        return outcome instanceof Outcome.Said;
    }

    /** Says when what was decided takes effect, or lets it do so now. */
    int after(Warehouse warehouse, boolean decided) throws SQLException {
        if (!apply) {
            if (decided) {
                print(text("review.next"));
            }
            return ExitCode.DONE;
        }
        try (Engine engine = Engine.start(warehouse.logins(), workspace())) {
            TerminalProgress progress = shell().progress();
            Run run = engine.get(Runs.class).replay(today(), progress);
            progress.finish();
            return report(engine, warehouse, run);
        }
    }
}
