package org.childfile.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.ReadStore;
import org.childfile.access.readmodel.Row;
import org.childfile.access.rights.Claims;
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

    private static final int BATCHES = 100;

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
    record Changes(List<Row> items, ChangeCursor next, boolean more) {}

    Changes after(Claims claims, ChangeCursor place, int limit, boolean identitiesAlone) {
        List<Row> batches = store.rows(
                claims,
                ReadQuery.of("change-batches")
                        .with("position", place.position())
                        .with("number", place.number())
                        .with("limit", limit));
        if (batches.isEmpty()) {
            return new Changes(List.of(), place, false);
        }
        List<Part> stretch = stretch(place, batches);
        ReadQuery question = ReadQuery.of("changes")
                .with("positions", array(stretch, Part::position))
                .with("behind", array(stretch, Part::behind))
                .with("up_to", array(stretch, Part::upTo))
                .with("identities", Boolean.toString(identitiesAlone))
                .with("limit", limit);
        List<Row> rows = store.rows(claims, question);
        Part end = stretch.getLast();
        ChangeCursor next = rows.size() < limit ? new ChangeCursor(end.position(), end.upTo()) : place(rows.getLast());
        return new Changes(rows, next, batches.size() == BATCHES || next.compareTo(last(batches.getLast())) < 0);
    }

    /** The changes of one batch that are looked through: those behind a number, up to another. */
    private record Part(long position, long behind, long upTo) {}

    /** The longest stretch from a place on that is not too long; it ends within a batch only where it must. */
    private static List<Part> stretch(ChangeCursor place, List<Row> batches) {
        long room = STRETCH;
        List<Part> stretch = new ArrayList<>();
        for (Row batch : batches) {
            long position = batch.number("position");
            long before = batch.number("first_number") - 1;
            long behind = position == place.position() ? Math.max(before, place.number()) : before;
            long length = batch.number("last_number") - behind;
            if (length > room) {
                if (stretch.isEmpty()) {
                    stretch.add(new Part(position, behind, behind + room));
                }
                break;
            }
            room -= length;
            stretch.add(new Part(position, behind, batch.number("last_number")));
        }
        return stretch;
    }

    /** Numbers as PostgreSQL reads an array. */
    private static String array(List<Part> stretch, ToLongFunction<Part> number) {
        return stretch.stream()
                .map(part -> Long.toString(number.applyAsLong(part)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static ChangeCursor last(Row batch) {
        return new ChangeCursor(batch.number("position"), batch.number("last_number"));
    }

    private static ChangeCursor place(Row change) {
        return new ChangeCursor(change.number("position"), change.number("number"));
    }
}
