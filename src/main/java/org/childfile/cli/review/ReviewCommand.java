package org.childfile.cli.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.Why;
import org.childfile.files.identity.ReviewerAgreement;
import org.childfile.files.identity.Verdicts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile review}: asks about the pairs that rules cannot decide, one after the other. */
@Command(
        name = "review",
        subcommands = {ReviewListCommand.class, ReviewDecideCommand.class, ReviewUndoCommand.class})
public final class ReviewCommand extends VerdictCommand {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "review.limit")
    private int limit;

    @Option(names = "--second", descriptionKey = "review.second")
    private boolean second;

    @Option(names = "--agreement", descriptionKey = "review.agreement")
    private boolean agreement;

    @Option(names = "--reveal", descriptionKey = "option.reveal")
    private boolean reveal;

    /** Beside the reasons of verdicts, which {@code --reason} gives. */
    @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "option.why")
    private @Nullable String why;

    ReviewCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            DataSource service = warehouse.service();
            Keyring keys = warehouse.keys();
            if (agreement) {
                print(new Verdicts(service, keys).agreement());
                return ExitCode.DONE;
            }
            ReviewSession session = new ReviewSession(
                    this,
                    service,
                    keys,
                    new Shown(reveal),
                    CliDoor.reviewer(warehouse).under(this, asked()));
            if (second) {
                session.second(limit);
                return ExitCode.DONE;
            }
            return after(warehouse, session.run(limit));
        }
    }

    /** A reviewer is shown two records at a time, so that no second person is ever needed. */
    private Why asked() {
        return new Why() {
            @Override
            public String reason() {
                return why == null ? "" : why.strip();
            }

            @Override
            public boolean reveals() {
                return reveal;
            }

            @Override
            public byte[] request() {
                return new byte[0];
            }
        };
    }

    private void print(ReviewerAgreement agreement) {
        if (agreement.pairs() == 0) {
            print(text("review.agreement.none"));
            return;
        }
        String kappa = agreement.kappa().isEmpty()
                ? text("review.kappa.none")
                : String.format(Locale.ROOT, "%.2f", agreement.kappa().getAsDouble());
        print(text(
                "review.agreement.line",
                agreement.pairs(),
                agreement.agreed(),
                100.0 * agreement.agreed() / agreement.pairs(),
                kappa));
        List<Long> disputed = agreement.disputed();
        if (!disputed.isEmpty()) {
            print(text(
                    "review.agreement.disputed",
                    disputed.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
    }
}
