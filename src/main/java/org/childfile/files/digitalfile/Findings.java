package org.childfile.files.digitalfile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;

/**
 * What was found at the doors of hidden children. A finding follows the child when files are joined. Whoever says one has
 * {@link DigitalFileStage} look at the child again, and it is in force at once.
 */
public final class Findings {

    private final FindingStore store;

    public Findings(DataSource dataSource, Keyring keys) {
        this.store = new FindingStore(dataSource, keys);
    }

    /** What is to be said; without a rule, of every kind by which the child is a hidden one. */
    public record Said(
            String childId,
            Optional<String> rule,
            Finding.Result result,
            LocalDate foundOn,
            String reason,
            String actor) {}

    /**
     * Keeps a finding of each kind; none where the child is no hidden one by it.
     *
     * @param said about a child under the id under which it lives
     */
    public List<Finding> say(Said said) {
        return store.insert(said);
    }

    /** Takes a finding back; empty where none of that number is in force. */
    public Optional<Finding> undo(long number, String actor, String reason) {
        return store.undo(number, actor, reason);
    }

    /** The latest first. */
    public List<Finding> latest(int limit) {
        return store.latest(limit);
    }

    /** The day that the last run stands for, which is the day of all that rules say; empty before the first. */
    public Optional<LocalDate> lastDay() {
        return store.lastDay();
    }
}
