package org.childfile.jobs;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.files.digitalfile.DigitalFileStage;
import org.childfile.files.digitalfile.Finding;
import org.childfile.files.digitalfile.Findings;
import org.childfile.files.digitalfile.Findings.Said;
import org.childfile.kernel.CityTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what was found at the doors of hidden children, at once: the finding, and what rules say of the child with it,
 * are one transaction, while no run goes on. What changes by it names {@code finding-NUMBER} where others name their run.
 */
@Component
public class FieldFindings {

    private final Findings findings;
    private final DigitalFileStage stage;
    private final Runs runs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FieldFindings(
            DataSource dataSource,
            Keyring keys,
            DigitalFileStage stage,
            Runs runs,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.findings = new Findings(dataSource, keys);
        this.stage = stage;
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Keeps findings of a child that lives; none where it is no hidden one by that rule. */
    public List<Finding> say(Said said) {
        return inOneTransaction(() -> {
            List<Finding> kept = findings.say(said);
            kept.stream().findFirst().ifPresent(this::assess);
            return kept;
        });
    }

    /** Takes a finding back; empty where none of that number is in force. */
    public Optional<Finding> undo(long number, String actor, String reason) {
        return inOneTransaction(() -> {
            Optional<Finding> undone = findings.undo(number, actor, reason);
            undone.ifPresent(this::assess);
            return undone;
        });
    }

    /** By the day of the last run, as all that rules say. */
    private void assess(Finding finding) {
        stage.assess(
                finding.childId(),
                new DigitalFileStage.Recording(
                        "finding-" + finding.number(),
                        findings.lastDay().orElseGet(() -> CityTime.today(clock)),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private <T> T inOneTransaction(Supplier<T> work) {
        return runs.locked(() -> {
            T done = transaction.execute(status -> work.get());
            if (done == null) {
                throw new IllegalStateException("a finding ended without a result");
            }
            return done;
        });
    }
}
