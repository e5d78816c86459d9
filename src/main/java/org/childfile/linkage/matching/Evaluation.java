package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.linkage.model.DecisionThresholds;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;
import org.jspecify.annotations.Nullable;

/**
 * How well clusters agree with a known truth. Rows whose truth is unknown are left out.
 *
 * @param pairs over pairs of rows; of two sources only, where the model looks at no others
 * @param bCubed over rows: of each, the share of its cluster that is its person, and of its person that is in its cluster
 *     (Bagga and Baldwin 1998)
 * @param blockingRecall how many of the true pairs blocking brings; 1 where there are none
 * @param thresholds pairs alone, without clusters, from the highest probability to the lowest
 */
public record Evaluation(Measure pairs, Measure bCubed, double blockingRecall, List<Threshold> thresholds) {

    private static final double[] PROBABILITIES = {
        0.9999999, 0.999999, 0.99999, 0.9999, 0.999, 0.99, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.3, 0.1, 0.01
    };

    public Evaluation {
        thresholds = List.copyOf(thresholds);
    }

    /** Precision and recall; both 1 where there is nothing to find and nothing was found. */
    public record Measure(double precision, double recall) {

        static Measure of(double right, double found, double there) {
            return new Measure(found == 0 ? 1 : right / found, there == 0 ? 1 : right / there);
        }

        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    /** What pairs from a probability on would be worth. */
    public record Threshold(double probability, long found, Measure measure) {}

    /**
     * Measures.
     *
     * @param edges scored pairs, for the table by threshold; thresholds below the lowest weight say nothing new
     * @param truth by row; null where it is unknown
     */
    public static Evaluation of(Matcher matcher, RowClusters clusters, Edges edges, @Nullable String[] truth) {
        PeopleTable table = matcher.table();
        boolean across = matcher.model().link() != LinkModel.Link.ALL;
        Counts found = new Counts(across);
        Counts there = new Counts(across);
        Counts right = new Counts(across);
        Map<String, List<Integer>> persons = new HashMap<>();
        for (int row = 0; row < truth.length; row++) {
            String person = truth[row];
            if (person != null) {
                int source = table.source(row);
                found.add("" + clusters.of()[row], source);
                there.add(person, source);
                right.add(clusters.of()[row] + " " + person, source);
                persons.computeIfAbsent(person, absent -> new ArrayList<>()).add(row);
            }
        }
        return new Evaluation(
                Measure.of(right.pairs(), found.pairs(), there.pairs()),
                bCubed(clusters, truth, found, there, right),
                blockingRecall(matcher, persons, across),
                thresholds(edges.strongestFirst(), truth, there.pairs()));
    }

    private static Measure bCubed(
            RowClusters clusters, @Nullable String[] truth, Counts found, Counts there, Counts right) {
        double precision = 0;
        double recall = 0;
        int rows = 0;
        for (int row = 0; row < truth.length; row++) {
            String person = truth[row];
            if (person != null) {
                double together = right.size(clusters.of()[row] + " " + person);
                precision += together / found.size("" + clusters.of()[row]);
                recall += together / there.size(person);
                rows++;
            }
        }
        return rows == 0 ? new Measure(1, 1) : new Measure(precision / rows, recall / rows);
    }

    private static double blockingRecall(Matcher matcher, Map<String, List<Integer>> persons, boolean across) {
        long brought = 0;
        long all = 0;
        for (List<Integer> rows : persons.values()) {
            for (int i = 0; i < rows.size(); i++) {
                for (int j = i + 1; j < rows.size(); j++) {
                    if (!across
                            || matcher.table().source(rows.get(i))
                                    != matcher.table().source(rows.get(j))) {
                        all++;
                        brought += matcher.brings(rows.get(i), rows.get(j)) ? 1 : 0;
                    }
                }
            }
        }
        return all == 0 ? 1 : (double) brought / all;
    }

    private static List<Threshold> thresholds(Edges strongestFirst, @Nullable String[] truth, double there) {
        List<Threshold> thresholds = new ArrayList<>();
        long right = 0;
        long found = 0;
        int edge = 0;
        for (double probability : PROBABILITIES) {
            double bits = DecisionThresholds.bits(probability);
            for (; edge < strongestFirst.size() && strongestFirst.weight(edge) >= bits; edge++) {
                String one = truth[strongestFirst.lower(edge)];
                String other = truth[strongestFirst.upper(edge)];
                found += one == null || other == null ? 0 : 1;
                right += one != null && one.equals(other) ? 1 : 0;
            }
            thresholds.add(new Threshold(probability, found, Measure.of((double) right, (double) found, there)));
        }
        return thresholds;
    }

    /** Sizes of groups, and how many pairs they hold. */
    private static final class Counts {
        private final boolean across;
        private final Map<String, Map<Integer, Integer>> sizes = new HashMap<>();

        Counts(boolean across) {
            this.across = across;
        }

        void add(String group, int source) {
            sizes.computeIfAbsent(group, absent -> new HashMap<>(2)).merge(across ? source : 0, 1, Integer::sum);
        }

        double size(String group) {
            return sizes.getOrDefault(group, Map.of()).values().stream()
                    .mapToInt(size -> size)
                    .sum();
        }

        double pairs() {
            double pairs = 0;
            for (Map<Integer, Integer> bySource : sizes.values()) {
                double all = 0;
                double within = 0;
                for (int size : bySource.values()) {
                    all += size;
                    within += size * (size - 1.0) / 2;
                }
                pairs += across ? all * (all - 1) / 2 - within : within;
            }
            return pairs;
        }
    }
}
