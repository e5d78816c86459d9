package org.childfile.access.erasure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.childfile.access.erasure.Erasure.Kept;
import org.childfile.kernel.Resources;

/** Where somebody who was forgotten is still named, and which law bids to keep that: {@code kept-by-law.csv}, and nowhere else. */
public record KeptByLaw(List<Place> places) {

    private static final KeptByLaw ALL = read();

    public KeptByLaw {
        places = List.copyOf(places);
    }

    /**
     * A column that holds ids of persons.
     *
     * @param table {@code schema.table}
     * @param what what it is, as messages name it
     * @param why the reason and its law, as messages name them
     */
    public record Place(String table, String column, String what, String why) {}

    public static KeptByLaw all() {
        return ALL;
    }

    /** What is kept of a person, by what it is: the rows of all its places together; nothing of what there is none. */
    List<Kept> rows(ToLongFunction<Place> count) {
        Map<String, Kept> kept = new LinkedHashMap<>();
        for (Place place : places) {
            long rows = count.applyAsLong(place);
            kept.merge(
                    place.what(),
                    new Kept(place.what(), rows, place.why()),
                    (a, b) -> new Kept(a.what(), a.count() + b.count(), a.why()));
        }
        return kept.values().stream().filter(each -> each.count() > 0).toList();
    }

    private static KeptByLaw read() {
        return new KeptByLaw(Resources.lines(KeptByLaw.class, "kept-by-law.csv").stream()
                .map(line -> line.split(",", -1))
                .map(cells -> new Place(cells[0], cells[1], cells[2], cells[3]))
                .toList());
    }
}
