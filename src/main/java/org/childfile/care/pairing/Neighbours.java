package org.childfile.care.pairing;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which townships of different districts are near enough for a pair. */
record Neighbours(SortedMap<String, SortedSet<String>> of) {

    static final Neighbours NONE = between(List.of());

    /** Beyond every distance. */
    static final int OUT_OF_REACH = Integer.MAX_VALUE;

    /** Of pairs of townships; those of one district are near anyway. */
    static Neighbours between(Collection<List<String>> pairs) {
        SortedMap<String, SortedSet<String>> of = new TreeMap<>();
        for (List<String> pair : pairs) {
            of.computeIfAbsent(pair.getFirst(), each -> new TreeSet<>()).add(pair.getLast());
            of.computeIfAbsent(pair.getLast(), each -> new TreeSet<>()).add(pair.getFirst());
        }
        return new Neighbours(of);
    }

    SortedSet<String> of(String township) {
        return of.getOrDefault(township, new TreeSet<>());
    }

    /** The least distance, as {@link Term#DISTANCE} counts it; {@link #OUT_OF_REACH} where there is none. */
    int distance(Locality child, List<Locality> mother) {
        int least = OUT_OF_REACH;
        for (Locality place : mother) {
            least = Math.min(least, distance(child, place));
        }
        return least;
    }

    private int distance(Locality a, Locality b) {
        if (a.district().equals(b.district())) {
            return a.knowsVillage() && a.code().equals(b.code())
                    ? 0
                    : a.knowsTownship() && a.township().equals(b.township()) ? 1 : 2;
        }
        return of(a.township()).contains(b.township()) ? Term.FARTHEST : OUT_OF_REACH;
    }
}
