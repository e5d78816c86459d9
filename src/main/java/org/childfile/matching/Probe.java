package org.childfile.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.childfile.comparison.Relation;
import org.childfile.comparison.Relations;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a comparison that look at the same two fields: which of them a pair of values reaches. Features of values
 * are computed when the probe is made, once a value.
 *
 * @param of the position of the one field
 * @param with the position of the other
 * @param both whether the pair of rows must reach the level both ways round
 * @param tests in the order of their levels
 */
record Probe(int of, int with, boolean both, List<Test> tests) {

    /** No level of this probe holds. */
    static final int NO_LEVEL = 127;

    /** One relation of one level; a null relation asks for the same value. */
    record Test(
            int level,
            @Nullable Relation<Object> relation,
            @Nullable Object[] features) {

        boolean holds(int one, int other) {
            return relation == null
                    ? one == other
                    : relation.holds(Objects.requireNonNull(features[one]), Objects.requireNonNull(features[other]));
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

    /** Values of two different fields. */
    boolean crossed() {
        return of != with;
    }

    /** The probes of a comparison; features are shared by relation and dictionary in the given map. */
    static List<Probe> of(Comparison comparison, PeopleTable table, Map<String, @Nullable Object[]> features) {
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
    private static Test test(
            int level, String is, PeopleTable table, int field, Map<String, @Nullable Object[]> features) {
        if (is.equals("exact")) {
            return new Test(level, null, new Object[0]);
        }
        Relation<Object> relation = (Relation<Object>) Relations.find(is).orElseThrow();
        Dictionary dictionary = table.dictionary(field);
        int first = 0;
        while (table.dictionary(first) != dictionary) {
            first++;
        }
        String key = first + " " + relation.written();
        return new Test(level, relation, features.computeIfAbsent(key, absent -> featured(relation, dictionary)));
    }

    private static @Nullable Object[] featured(Relation<Object> relation, Dictionary dictionary) {
        @Nullable Object[] features = new Object[dictionary.size()];
        Workers.run((features.length >> 12) + 1, Runtime.getRuntime().availableProcessors(), () -> number -> {
            int end = Math.min(features.length, (number + 1) << 12);
            for (int code = number << 12; code < end; code++) {
                features[code] = relation.feature(dictionary.text(code));
            }
        });
        return features;
    }
}
