package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.List;
import org.childfile.linkage.comparison.Relation;
import org.childfile.linkage.comparison.Relations;
import org.childfile.linkage.model.Comparison;
import org.childfile.linkage.model.Level;
import org.childfile.linkage.table.PeopleTable;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a comparison that look at the same two fields: which of them a pair of values reaches. Features of values
 * are computed once a value.
 *
 * @param of the position of the one field
 * @param with the position of the other
 * @param both whether the pair of rows must reach the level both ways round
 * @param tests in the order of their levels
 */
record Probe(int of, int with, boolean both, List<Test> tests) {

    /** No level of this probe holds. */
    static final int NO_LEVEL = 127;

    /** One relation of one level; where both are null, the same value is asked for. */
    record Test(
            int level,
            @Nullable Relation<Object> relation,
            @Nullable Features features) {

        boolean holds(int one, int other) {
            return relation == null || features == null
                    ? one == other
                    : relation.holds(features.of(one), features.of(other));
        }
    }

    /** The first level that holds between two values, or {@link #NO_LEVEL}. */
    int level(int one, int other) {
        for (Test test : tests) {
            if (test.holds(one, other)) {
                return test.level();
            }
        }
        return NO_LEVEL;
    }

    /** The level of a value and itself where the first test asks for the same value; else {@link #NO_LEVEL}. */
    int same() {
        return tests.getFirst().relation() == null ? tests.getFirst().level() : NO_LEVEL;
    }

    /** Whether nothing but the same value is asked for. */
    boolean exact() {
        return tests.stream().allMatch(test -> test.relation() == null);
    }

    /** Values of two different fields. */
    boolean crossed() {
        return of != with;
    }

    /** The probes of a comparison. */
    static List<Probe> of(Comparison comparison, PeopleTable table, Features.Shared features) {
        List<Probe> probes = new ArrayList<>();
        List<Level> levels = comparison.levels();
        for (int position = 0; position < levels.size(); position++) {
            Level level = levels.get(position);
            if (level.isElse()) {
                continue;
            }
            int of = table.model().position(level.of());
            int with = table.model().position(level.with());
            Probe probe = probe(Math.min(of, with), Math.max(of, with), level.both(), probes);
            for (String is : level.is()) {
                probe.tests.add(test(position, is, table, of, features));
            }
        }
        return probes;
    }

    private static Probe probe(int of, int with, boolean both, List<Probe> probes) {
        for (Probe probe : probes) {
            if (probe.of == of && probe.with == with && !both && !probe.both) {
                return probe;
            }
        }
        probes.add(new Probe(of, with, both, new ArrayList<>()));
        return probes.getLast();
    }

    @SuppressWarnings("unchecked")
    private static Test test(int level, String is, PeopleTable table, int field, Features.Shared features) {
        if (is.equals("exact")) {
            return new Test(level, null, null);
        }
        Relation<Object> relation = (Relation<Object>) Relations.find(is).orElseThrow();
        return new Test(level, relation, features.of(relation, table.dictionary(field)));
    }
}
