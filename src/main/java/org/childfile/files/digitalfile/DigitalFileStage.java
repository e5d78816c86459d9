package org.childfile.files.digitalfile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.KeysUnusable;
import org.childfile.files.setaside.SetAside;
import org.childfile.files.setaside.SetAsideStore;

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

    /**
     * Looks at those of some children of whom rules may say something else than last time, because something changed that the
     * rules read of them; gives how many these are. Runs in its caller's transaction.
     */
    public long assess(Set<String> children, Recording recording) {
        LocalDate day = recording.day();
        store.publish(book.all());
        store.begin();
        files.ask(children, day);
        store.leaveOut(book.inForce(day), day);
        long seen = assess(recording, done -> {}, children::contains);
        store.remember(day);
        return seen;
    }

    /** Looks at one child, because something was found out about it. Runs in its caller's transaction. */
    public void assess(String childId, Recording recording) {
        store.begin();
        files.ask(List.of(childId), recording.day());
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

    /**
     * What rules say of one child.
     *
     * @param assessment none of who is of age, or could not be worked on
     * @param until the first day on which an age or a term may make rules say something else
     */
    private record Assessed(
            String childId, Optional<Assessment> assessment, Optional<LocalDate> until, Optional<SetAside> failed) {}

    /** Children know nothing of each other: they are looked at side by side. */
    private void assess(List<RuleInput> batch, Assessor assessor, LocalDate day, Map<String, SetAside> failed) {
        List<Assessed> all = batch.parallelStream()
                .map(file -> assessed(file, assessor, day))
                .toList();
        Map<String, Assessment> assessments = new LinkedHashMap<>();
        Map<String, Optional<LocalDate>> until = new LinkedHashMap<>();
        for (Assessed each : all) {
            each.assessment().ifPresent(assessment -> assessments.put(each.childId(), assessment));
            each.failed()
                    .ifPresentOrElse(
                            why -> failed.put(each.childId(), why), () -> until.put(each.childId(), each.until()));
        }
        store.add(assessments);
        store.addUntil(until);
    }

    private Assessed assessed(RuleInput file, Assessor assessor, LocalDate day) {
        try {
            if (file.ofAge(day)) {
                return new Assessed(file.childId(), Optional.empty(), Optional.empty(), Optional.empty());
            }
            Facts known = facts.facts(file);
            file.comesOfAge().ifPresent(known::standsUntil);
            Assessment assessment = assessor.assess(known);
            return new Assessed(file.childId(), Optional.of(assessment), known.until(), Optional.empty());
        } catch (KeysUnusable e) {
            throw e;
        } catch (RuntimeException e) {
            SetAside why = SetAside.unexpected(file.childId(), null, e);
            return new Assessed(file.childId(), Optional.empty(), Optional.empty(), Optional.of(why));
        }
    }
}
