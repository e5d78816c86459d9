package org.childfile.jobs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.childfile.access.erasure.Correction;
import org.childfile.access.erasure.Corrections;
import org.childfile.access.privacy.Keyring;
import org.childfile.care.rectification.Rectification;
import org.childfile.files.versions.VersionStage;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.ValueReader;
import org.childfile.kernel.CityTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Corrects files at once: the correction and the file's new version are one transaction, while no run goes on. Such a version
 * names {@code correction-NUMBER} where others name their run. The departments whose records it outranks are told then.
 */
@Component
public class FileCorrections {

    private final PipelineSettings settings;
    private final Corrections corrections;
    private final VersionStage versions;
    private final RunStore store;
    private final Runs runs;
    private final Rectification rectification;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileCorrections(
            PipelineSettings settings,
            DataSource dataSource,
            Keyring keys,
            VersionStage versions,
            RunStore store,
            Runs runs,
            Rectification rectification,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.settings = settings;
        this.corrections = new Corrections(dataSource, keys);
        this.versions = versions;
        this.store = store;
        this.runs = runs;
        this.rectification = rectification;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What was proved of a person. */
    public record Proved(String personId, String attribute, Object value, String proof, Optional<LocalDate> since) {}

    /** What a text given for an attribute of a person's file is. */
    public ValueReader.Outcome read(String personId, String attribute, String text) {
        return settings.mappings().reader(population(personId)).read(attribute, text);
    }

    /** Corrects the file of a person that lives; returns the correction as it stands then, in force or settled. */
    public Correction correct(Proved proved, String actor) {
        Correction said = inOneTransaction(() -> {
            Correction fresh = corrections.say(
                    proved.personId(), proved.attribute(), proved.value(), proved.proof(), proved.since(), actor);
            rewrite(fresh);
            return corrections.about(proved.personId()).getLast();
        });
        rectification.tell(today());
        return said;
    }

    /** Takes a correction back; empty where none of that number is in force. */
    public Optional<Correction> undo(long number, String actor, String reason) {
        Optional<Correction> taken = inOneTransaction(() -> {
            Optional<Correction> undone = corrections.undo(number, actor, reason);
            undone.ifPresent(this::rewrite);
            return undone;
        });
        rectification.tell(today());
        return taken;
    }

    private void rewrite(Correction correction) {
        store.livesAs(correction.personId())
                .ifPresent(person -> versions.rewrite(
                        population(person),
                        person,
                        new VersionStage.Recording(
                                "correction-" + correction.number(),
                                today(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }

    private LocalDate today() {
        return CityTime.today(clock);
    }

    private <T> T inOneTransaction(Supplier<T> work) {
        return runs.locked(() -> {
            T done = transaction.execute(status -> work.get());
            if (done == null) {
                throw new IllegalStateException("a correction ended without a result");
            }
            return done;
        });
    }

    private static Population population(String personId) {
        return personId.startsWith("V") ? Population.VOLUNTEER : Population.CHILD;
    }
}
