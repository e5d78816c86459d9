package org.childfile.files.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.childfile.kernel.SourceKey;
import org.childfile.linkage.matching.RowVerdicts;
import org.childfile.linkage.table.PeopleTable;

/**
 * The verdicts in force, made consistent. Taken oldest first:
 *
 * <ol>
 *   <li>{@code same} makes one group of two groups of records, unless an older verdict keeps these apart.
 *   <li>{@code different} keeps two groups apart, unless older verdicts made them one.
 *   <li>A verdict that cannot be taken is a conflict: it changes nothing, and a person is asked.
 * </ol>
 *
 * <p>Groups are of keys, so that a record that is absent still holds together those that were joined to it. Pure; the
 * result does not depend on the order in which the verdicts are given.
 */
final class VerdictConstraints {

    static final VerdictConstraints NONE = of(List.of());

    private final Map<SourceKey, SourceKey> parent = new HashMap<>();
    private final Map<SourceKey, Set<SourceKey>> apart = new HashMap<>();
    private final Set<SourceKey> together = new HashSet<>();
    private final List<Verdict> conflicts = new ArrayList<>();

    private VerdictConstraints() {}

    static VerdictConstraints of(Collection<Verdict> verdicts) {
        VerdictConstraints constraints = new VerdictConstraints();
        verdicts.stream()
                .filter(verdict -> verdict.undone() == null)
                .sorted(Comparator.comparingLong(Verdict::number))
                .forEach(constraints::take);
        return constraints;
    }

    /** The key that stands for the group of a record; the record's own where no verdict joins it to others. */
    SourceKey group(SourceKey key) {
        SourceKey root = key;
        for (SourceKey next = parent.get(root); next != null; next = parent.get(root)) {
            root = next;
        }
        return root;
    }

    /** The groups from which the group of a record is to be kept apart; none for most. */
    Set<SourceKey> apartFrom(SourceKey key) {
        return apart.getOrDefault(group(key), Set.of());
    }

    /** Whether a person said of a record that it is one with another. */
    boolean joins(SourceKey key) {
        return together.contains(key);
    }

    /** The verdicts as they hold for some records, by their positions. */
    RowVerdicts among(List<LinkRecord> records) {
        if (apart.isEmpty() && together.isEmpty()) {
            return RowVerdicts.NONE;
        }
        int[] groups = new int[records.size()];
        Map<SourceKey, Integer> first = new HashMap<>();
        for (int row = 0; row < groups.length; row++) {
            SourceKey key = records.get(row).key();
            int known = named(key) ? Objects.requireNonNullElse(first.putIfAbsent(group(key), row), row) : row;
            groups[row] = joins(key) ? known : PeopleTable.NONE;
        }
        List<RowVerdicts.Pair> different = new ArrayList<>();
        first.forEach((group, row) -> {
            for (SourceKey other : apartFrom(group)) {
                Integer otherRow = first.get(other);
                if (otherRow != null && row < otherRow) {
                    different.add(new RowVerdicts.Pair(row, otherRow));
                }
            }
        });
        return new RowVerdicts(groups, different);
    }

    private boolean named(SourceKey key) {
        return joins(key) || !apartFrom(key).isEmpty();
    }

    /** The verdicts that older ones contradict, oldest first. */
    List<Verdict> conflicts() {
        return List.copyOf(conflicts);
    }

    /**
     * Which records any of some verdicts name together, directly or through others, those in conflict too: they are
     * decided together or not at all.
     */
    static List<Set<SourceKey>> namedTogether(Collection<Verdict> verdicts) {
        VerdictConstraints all = new VerdictConstraints();
        Set<SourceKey> keys = new TreeSet<>();
        for (Verdict verdict : verdicts) {
            keys.add(verdict.a());
            keys.add(verdict.b());
            all.unite(all.group(verdict.a()), all.group(verdict.b()));
        }
        Map<SourceKey, Set<SourceKey>> named = new TreeMap<>();
        keys.forEach(key ->
                named.computeIfAbsent(all.group(key), group -> new TreeSet<>()).add(key));
        return List.copyOf(named.values());
    }

    private void take(Verdict verdict) {
        SourceKey a = group(verdict.a());
        SourceKey b = group(verdict.b());
        boolean keptApart = apart.getOrDefault(a, Set.of()).contains(b);
        switch (verdict.kind()) {
            case SAME -> {
                if (keptApart) {
                    conflicts.add(verdict);
                } else {
                    unite(a, b);
                    together.add(verdict.a());
                    together.add(verdict.b());
                }
            }
            case DIFFERENT -> {
                if (a.equals(b)) {
                    conflicts.add(verdict);
                } else {
                    apart.computeIfAbsent(a, group -> new HashSet<>()).add(b);
                    apart.computeIfAbsent(b, group -> new HashSet<>()).add(a);
                }
            }
        }
    }

    private void unite(SourceKey a, SourceKey b) {
        if (a.equals(b)) {
            return;
        }
        SourceKey root = a.compareTo(b) < 0 ? a : b;
        SourceKey child = root.equals(a) ? b : a;
        parent.put(child, root);
        Set<SourceKey> others = apart.remove(child);
        if (others != null) {
            for (SourceKey other : others) {
                Set<SourceKey> back = apart.computeIfAbsent(other, group -> new HashSet<>());
                back.remove(child);
                back.add(root);
            }
            apart.computeIfAbsent(root, group -> new HashSet<>()).addAll(others);
        }
    }
}
