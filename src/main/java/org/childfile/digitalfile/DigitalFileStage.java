package org.childfile.digitalfile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.childfile.privacy.Keyring;
import org.childfile.privacy.KeysUnusable;
import org.childfile.setaside.SetAside;
import org.childfile.setaside.SetAsideStore;

/**
 * Applies the rules to the files of children and keeps what they say, as of the day of a run. A row is written only where
 * something else is said than before. Of a child whose file cannot be worked on stands what stood.
 */
public final class DigitalFileStage {

    private final RuleBook book;
    private final ChildFileStore files;
    private final AssessmentStore store;
    private final FactReader facts;
    private final SetAsideStore aside;

    public DigitalFileStage(DataSource dataSource, Keyring keys, RuleBook book) {
        this.book = book;
        this.files = new ChildFileStore(dataSource, keys);
        this.store = new AssessmentStore(dataSource);
        this.facts = new FactReader(book.catalogue());
        this.aside = new SetAsideStore(dataSource);
    }

    /** For whom and when it is done: the run, the day it stands for, and the moment at which that is recorded. */
    public record Recording(String run, LocalDate day, Instant recordedAt) {}

    /**
     * Looks at every child of whom rules may say something else than last time; gives how many these are. Runs in its caller's
     * transaction.
     */
    public long assess(Recording recording, LongConsumer progress) {
        LocalDate day = recording.day();
        store.publish(book.all());
        store.begin();
        files.ask(day);
        store.leaveOut(book.inForce(day), day);
        long seen = assess(recording, progress, child -> true);
        store.remember(day);
        return seen;
    }

    /** Looks at one child, because something was found out about it. Runs in its caller's transaction. */
    public void assess(String childId, Recording recording) {
        store.begin();
        files.ask(childId, recording.day());
        assess(recording, done -> {}, childId::equals);
    }

    /** @param asked whether a child was asked for; who was set aside before always is, by a night */
    private long assess(Recording recording, LongConsumer progress, Predicate<String> asked) {
        Assessor assessor = new Assessor(book, recording.day());
        Map<String, SetAside> failed = new LinkedHashMap<>();
        long[] seen = {0};
        files.each(batch -> {
            assess(batch, assessor, recording.day(), failed);
            seen[0] += batch.size();
            progress.accept(seen[0]);
        });
        store.keep(failed.keySet());
        store.replace(recording.run(), recording.day(), recording.recordedAt());
        aside.settle("hidden", recording.run(), failed.values(), asked);
        return seen[0];
    }

    private void assess(List<ChildFile> batch, Assessor assessor, LocalDate day, Map<String, SetAside> failed) {
        Map<String, Assessment> assessments = new LinkedHashMap<>();
        Map<String, Optional<LocalDate>> until = new LinkedHashMap<>();
        for (ChildFile file : batch) {
            try {
                if (file.ofAge(day)) {
                    until.put(file.childId(), Optional.empty());
                } else {
                    Facts known = facts.facts(file);
                    file.comesOfAge().ifPresent(known::standsUntil);
                    assessments.put(file.childId(), assessor.assess(known));
                    until.put(file.childId(), known.until());
                }
            } catch (KeysUnusable e) {
                throw e;
            } catch (RuntimeException e) {
                failed.put(file.childId(), SetAside.unexpected(file.childId(), null, e));
            }
        }
        store.add(assessments);
        store.addUntil(until);
    }
}
