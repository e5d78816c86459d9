package org.childfile.linkage.run;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.Evaluation;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.matching.RowClusters;
import org.childfile.linkage.matching.Training;
import org.childfile.linkage.matching.TrainingOptions.Labelled;
import org.jspecify.annotations.Nullable;

/**
 * Tables that were linked.
 *
 * @param sources the names of the files, without folders, by the number of the source
 * @param matcher with the weights that were used
 * @param training null where the model's own weights were used
 * @param labels pairs that a person decided
 * @param edges strongest first; those below the review threshold only where they were asked for
 * @param compared pairs that blocking brought
 * @param evaluation null where no truth is known
 */
public record Linked(
        List<String> sources,
        Matcher matcher,
        @Nullable Training training,
        List<Labelled> labels,
        Edges edges,
        RowClusters clusters,
        long compared,
        @Nullable Evaluation evaluation) {

    public Linked {
        sources = List.copyOf(sources);
        labels = List.copyOf(labels);
    }

    /** How many of the pairs that a person decided so or so were joined, or were not. */
    public long labelled(boolean same, boolean joined) {
        int[] of = clusters.of();
        return labels.stream()
                .filter(pair -> pair.match() == same && (of[pair.a()] == of[pair.b()]) == joined)
                .count();
    }

    /** What came of it, in numbers. */
    public LinkCounts counts() {
        SortedMap<Integer, Long> sizes = new TreeMap<>();
        for (int size : sizes()) {
            if (size > 0) {
                sizes.merge(Math.min(size, LinkCounts.MOST_SIZES), 1L, Long::sum);
            }
        }
        int[] of = clusters.of();
        long joined = 0;
        for (int i = 0; i < edges.size(); i++) {
            joined += of[edges.lower(i)] == of[edges.upper(i)] ? 1 : 0;
        }
        return new LinkCounts(
                of.length,
                sources.size(),
                clusters.count(),
                sizes,
                compared,
                joined,
                clusters.review().size());
    }

    /** By row, the number of its cluster, counted from 1 in the order of source and id. */
    public int[] numbers() {
        int[] of = clusters.of();
        int[] numbers = new int[of.length];
        int next = 0;
        for (int row = 0; row < of.length; row++) {
            numbers[row] = of[row] == row ? ++next : numbers[of[row]];
        }
        return numbers;
    }

    /** By row that is the lowest of its cluster, how many rows the cluster has; 0 for the others. */
    public int[] sizes() {
        int[] sizes = new int[clusters.of().length];
        for (int root : clusters.of()) {
            sizes[root]++;
        }
        return sizes;
    }
}
