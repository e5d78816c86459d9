package org.childfile.care.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.files.setaside.SetAsideStore;

/**
 * The pairings that the women's federation lists, with the persons whom it means:
 *
 * <ol>
 *   <li>What changed in the feed is read, and its numbers become the keys that records have in the tables.
 *   <li>Whom each key means is looked up, for all pairings at once: a record may be linked to another person since.
 *   <li>A pairing keeps its persons as long as they live. It follows one who was joined to another, and comes back when the
 *       join is undone; it takes the person whom the federation names anew; it never follows a record that was moved to
 *       somebody else.
 *   <li>What is wrong is told beside it; where two persons turned out to be one, or one to be two, a person is asked what
 *       becomes of their pairings. A question closes with its cause.
 * </ol>
 */
public final class Registry {

    private static final List<String> STATEMENTS = List.of(
            "come-back",
            "follow",
            "resolve",
            "settle",
            "forget-listings",
            "take-over",
            "problems",
            "close-questions",
            "ask");

    private final ListingStore store;
    private final SetAsideStore aside;

    public Registry(DataSource dataSource, Keyring keys) {
        this.store = new ListingStore(dataSource, keys);
        this.aside = new SetAsideStore(dataSource);
    }

    /** Brings the registry up to the day that a run stands for; how many listings changed. In its caller's transaction. */
    public long update(String run, LocalDate day) {
        ListingStore.Changed changed = listings(run, day);
        STATEMENTS.forEach(statement -> store.run(statement, day));
        return changed.listings().size();
    }

    /** What changed of the pairings: their ids, and the children whom they are or were of. */
    public record Changed(Set<String> pairings, Set<String> children) {}

    /**
     * The same between the nights, where listings changed or these persons did so that pairings may mean others; and what changed
     * by it.
     */
    public Changed change(String run, LocalDate day, Set<String> children, Set<String> volunteers) {
        if (!store.concerned(run, children, !volunteers.isEmpty())) {
            return new Changed(Set.of(), Set.of());
        }
        listings(run, day);
        store.remember();
        STATEMENTS.forEach(statement -> store.run(statement, day));
        return store.changes();
    }

    private ListingStore.Changed listings(String run, LocalDate day) {
        ListingStore.Changed changed = store.changed();
        store.write(changed.listings(), day);
        aside.settle("pair", run, changed.failed(), changed.seen()::contains);
        return changed;
    }
}
