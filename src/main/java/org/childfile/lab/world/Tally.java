package org.childfile.lab.world;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What was made: records a feed and night, and mistakes a kind. */
public final class Tally {

    private final Map<String, int[]> records = new TreeMap<>();
    private final Map<Mistake, Integer> mistakes = new EnumMap<>(Mistake.class);

    public void record(String feed, int night) {
        records.computeIfAbsent(feed, any -> new int[2])[night - 1]++;
    }

    /** Names a feed, so that one without records is named too. */
    public void opened(String feed) {
        records.computeIfAbsent(feed, any -> new int[2]);
    }

    public void mistake(Mistake kind) {
        mistakes.merge(kind, 1, Integer::sum);
    }

    /** Records of night 1 and of night 2, by feed. */
    public Map<String, int[]> records() {
        return records;
    }

    public Map<Mistake, Integer> mistakes() {
        return mistakes;
    }
}
