package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.List;
import org.childfile.linkage.model.Comparison;
import org.childfile.linkage.model.Level;
import org.childfile.linkage.table.PeopleTable;

/**
 * Finds the level that a pair of rows reaches in one comparison, and how common the values are by which it does. One
 * thread's.
 */
final class LevelFinder {

    private static final int CACHE_BITS = 16;

    private final PeopleTable table;
    private final int of;
    private final int missing;
    private final boolean[] terms;
    private final List<Probe> probes;
    private final LevelCache[] caches;
    private int level;
    private int sharers;

    LevelFinder(Comparison comparison, PeopleTable table, List<Probe> probes) {
        this.table = table;
        this.of = table.model().position(comparison.of());
        this.missing = comparison.levels().size();
        this.probes = probes;
        this.caches = new LevelCache[probes.size()];
        for (int i = 0; i < caches.length; i++) {
            caches[i] = new LevelCache(probes.get(i), CACHE_BITS);
        }
        this.terms = new boolean[missing + 1];
        List<Boolean> flags =
                new ArrayList<>(comparison.levels().stream().map(Level::terms).toList());
        for (int i = 0; i < missing; i++) {
            terms[i] = flags.get(i);
        }
    }

    /** The position of the level; one past the last where no evidence is. */
    int level(int a, int b) {
        boolean known = table.cell(a, of) != PeopleTable.NONE && table.cell(b, of) != PeopleTable.NONE;
        level = known ? missing - 1 : missing;
        sharers = Integer.MAX_VALUE;
        for (int i = 0; i < caches.length; i++) {
            Probe probe = probes.get(i);
            if (probe.both() && !(reaches(i, a, b, probe) && reaches(i, b, a, probe))) {
                continue;
            }
            meet(i, probe, table.cell(a, probe.of()), table.cell(b, probe.with()));
            if (probe.crossed()) {
                meet(i, probe, table.cell(b, probe.of()), table.cell(a, probe.with()));
            }
        }
        return level;
    }

    /** The fewest rows that share a value by which the level was reached; meaningless where terms do not count. */
    int sharers() {
        return sharers;
    }

    private boolean reaches(int number, int a, int b, Probe probe) {
        int one = table.cell(a, probe.of());
        int other = table.cell(b, probe.with());
        for (int i = 0; i < table.size(one); i++) {
            for (int j = 0; j < table.size(other); j++) {
                if (caches[number].level(table.value(one, i), table.value(other, j)) != Probe.NO_LEVEL) {
                    return true;
                }
            }
        }
        return false;
    }

    private void meet(int number, Probe probe, int cellOf, int cellWith) {
        if (cellOf >= 0 && cellWith >= 0) {
            take(caches[number].level(cellOf, cellWith), probe, cellOf, cellWith);
            return;
        }
        for (int i = 0; i < table.size(cellOf); i++) {
            int one = table.value(cellOf, i);
            for (int j = 0; j < table.size(cellWith); j++) {
                int other = table.value(cellWith, j);
                take(caches[number].level(one, other), probe, one, other);
            }
        }
    }

    private void take(int reached, Probe probe, int one, int other) {
        if (reached > level || (reached == level && !terms[reached]) || reached == Probe.NO_LEVEL) {
            return;
        }
        int shared = terms[reached] ? Math.max(table.count(probe.of(), one), table.count(probe.with(), other)) : 0;
        sharers = reached < level ? shared : Math.min(sharers, shared);
        level = reached;
    }
}
