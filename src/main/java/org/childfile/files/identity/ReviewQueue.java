package org.childfile.files.identity;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.SourceKey;

/** The pairs of persons that wait for a person's verdict, what is worth most first. What was decided is not in it. */
public final class ReviewQueue {

    private final ReviewStore store;

    public ReviewQueue(DataSource dataSource, Keyring keys) {
        this.store = new ReviewStore(dataSource, keys);
    }

    /**
     * Two persons that may be one.
     *
     * @param number stays the same as long as the pair waits
     * @param reason why rules cannot decide: {@code between thresholds}, {@code contested record}, {@code different id
     *     numbers}, {@code conflicting verdicts}
     * @param worth what deciding it is worth, as {@code linkage.worth} says
     * @param weight bits that speak for one person
     * @param a the record of the first person that agrees best with one of the second
     */
    public record Entry(
            long number,
            Population population,
            String reason,
            double worth,
            double weight,
            SourceKey a,
            SourceKey b,
            RecordPair.Side left,
            RecordPair.Side right) {

        /** Whether it is about verdicts that contradict each other: one of them must be undone. */
        public boolean conflict() {
            return reason.equals(Question.Reason.CONFLICTING_VERDICTS.written());
        }
    }

    public List<Entry> list(int limit) {
        return store.queue(limit);
    }

    /** The entry of a number; empty where it is decided, or never was. */
    public Optional<Entry> find(long number) {
        return store.find(number);
    }

    public long waiting() {
        return store.waiting();
    }
}
