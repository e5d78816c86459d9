package org.childfile.digitalfile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
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

    /** Looks at every child; gives how many there are. Runs in its caller's transaction. */
    public long assess(Recording recording, LongConsumer progress) {
        store.publish(book.all());
        return assess(Scope.ALL, recording, progress);
    }

    /** Looks at one child, because something was found out about it. Runs in its caller's transaction. */
    public void assess(String childId, Recording recording) {
        assess(Scope.of(childId), recording, done -> {});
    }

    private long assess(Scope scope, Recording recording, LongConsumer progress) {
        Assessor assessor = new Assessor(book, recording.day());
        Map<String, SetAside> failed = new LinkedHashMap<>();
        long[] seen = {0};
        store.begin();
        files.each(scope, recording.day(), batch -> {
            store.add(assessments(batch, assessor, recording.day(), failed));
            seen[0] += batch.size();
            progress.accept(seen[0]);
        });
        store.keep(failed.keySet());
        store.replace(scope, recording.run(), recording.day(), recording.recordedAt());
        aside.settle(
                "hidden",
                recording.run(),
                failed.values(),
                child -> scope.all() || scope.ids().contains(child));
        return seen[0];
    }

    private Map<String, Assessment> assessments(
            List<ChildFile> batch, Assessor assessor, LocalDate day, Map<String, SetAside> failed) {
        Map<String, Assessment> assessments = new LinkedHashMap<>();
        for (ChildFile file : batch) {
            try {
                if (!file.ofAge(day)) {
                    assessments.put(file.childId(), assessor.assess(facts.facts(file)));
                }
            } catch (KeysUnusable e) {
                throw e;
            } catch (RuntimeException e) {
                failed.put(file.childId(), SetAside.unexpected(file.childId(), null, e));
            }
        }
        return assessments;
    }
}
