package org.childfile.access.erasure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.kernel.SourceKey;

/**
 * The corrections of files. One outranks every feed until they all but say the same: then it is settled, and what the feeds
 * say later counts again. It follows the person when files are joined, and goes back with one that is taken apart again. It
 * speaks to merging alone: linkage sees what the feeds say.
 */
public final class Corrections {

    private final CorrectionStore store;

    public Corrections(DataSource dataSource, Keyring keys) {
        this.store = new CorrectionStore(dataSource, keys);
    }

    /** What of them lies sealed. */
    public static SealedColumn sealed() {
        return CorrectionStore.SAID;
    }

    /**
     * Puts a correction in force; one that stood about the same attribute is undone by it.
     *
     * @param personId the id under which the person lives
     * @param value as merging takes it: String, Boolean, Integer or {@code List<String>}
     * @param proof what was seen
     * @param actor who says so
     */
    public Correction say(
            String personId, String attribute, Object value, String proof, Optional<LocalDate> since, String actor) {
        store.replace(personId, attribute, actor);
        return store.insert(personId, attribute, value, proof, since, actor);
    }

    /** Takes a correction back; empty where none of that number is in force. */
    public Optional<Correction> undo(long number, String actor, String reason) {
        return store.undo(number, actor, reason);
    }

    /** What is in force, by the id under which the person lives now, the oldest first. */
    public Map<String, List<Correction>> inForce() {
        return store.inForce();
    }

    /** Notes that the feeds say so themselves by now. */
    public void settle(Collection<Long> numbers, String run) {
        store.settle(numbers, run);
    }

    /** Notes which records say otherwise than corrections in force; what was noted of these corrections before is forgotten. */
    public void outrank(Map<Long, List<SourceKey>> records) {
        store.outrank(records);
    }

    /** Which records, as they stand in the tables, a correction in force outranks. */
    public Map<Long, List<SourceKey>> outranked() {
        return store.outranked();
    }

    /** One of them, in whatever state. */
    public Optional<Correction> find(long number) {
        return store.find(number);
    }

    /** The latest first. */
    public List<Correction> latest(int limit) {
        return store.latest(limit);
    }

    /** All that was ever said of a person that lives, under whichever id, the oldest first. */
    public List<Correction> about(String personId) {
        return store.about(personId);
    }
}
