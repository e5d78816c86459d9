package org.childfile.api;

import java.util.ArrayList;
import java.util.List;
import org.childfile.rights.Claims;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Reads the changes on from a place, in order, those alone that the caller may see:
 *
 * <ol>
 *   <li>The next batches behind the place are looked up; whoever may read at all may know their extents.
 *   <li>Of them a stretch is read that holds no more changes than {@link #STRETCH}, however few of them are the caller's.
 *   <li>The page's own place is the last change where the page is full, else the end of the stretch: what was hidden is
 *       not looked through again.
 * </ol>
 */
@Component
@ConditionalOnWebApplication
final class ChangeReads {

    /** How many changes a request looks through at most, so that one who sees few of them has an answer in time. */
    static final int STRETCH = 20_000;

    private final ReadStore store;

    ChangeReads(ReadStore store) {
        this.store = store;
    }

    /**
     * What was read.
     *
     * @param next where to go on
     * @param more whether there may be more by now
     */
    record Changes(List<Row> items, Place next, boolean more) {}

    Changes after(Claims claims, Place place, int limit, boolean identitiesAlone) {
        List<Row> batches = store.rows(
                claims,
                Question.of("change-batches").with("position", place.position()).with("number", place.number()));
        if (batches.isEmpty()) {
            return new Changes(List.of(), place, false);
        }
        Place end = end(place, batches);
        Question question = Question.of("changes")
                .with("from_position", place.position())
                .with("from_number", place.number())
                .with("to_position", end.position())
                .with("to_number", end.number())
                .with("identities", Boolean.toString(identitiesAlone))
                .with("limit", limit);
        List<Row> rows = store.rows(claims, question);
        Place next = rows.size() < limit ? end : place(rows.getLast());
        return new Changes(rows, next, next.compareTo(last(batches.getLast())) < 0 || batches.size() > 1);
    }

    /** The end of the longest stretch from a place on that is not too long; within a batch only where it must be. */
    private static Place end(Place place, List<Row> batches) {
        long room = STRETCH;
        List<Row> whole = new ArrayList<>();
        for (Row batch : batches) {
            long first =
                    batch.number("position") == place.position() ? place.number() : batch.number("first_number") - 1;
            long length = batch.number("last_number") - first;
            if (length > room) {
                return whole.isEmpty() ? new Place(batch.number("position"), first + room) : last(whole.getLast());
            }
            room -= length;
            whole.add(batch);
        }
        return last(whole.getLast());
    }

    private static Place last(Row batch) {
        return new Place(batch.number("position"), batch.number("last_number"));
    }

    private static Place place(Row change) {
        return new Place(change.number("position"), change.number("number"));
    }
}
