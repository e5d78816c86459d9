package org.childfile.linkage.comparison;

import java.util.Arrays;

/** Relations of texts as sets of words or of pairs of letters, such as addresses and names of several parts. */
final class WordRelations {

    private WordRelations() {}

    static Catalogue<Relation<?>> all() {
        return new Catalogue<Relation<?>>()
                .measured("token-set", 1, WordRelations::tokenSet)
                .plain(
                        "tokens-subset",
                        new ComposedRelation<>("tokens-subset", WordRelations::words, WordRelations::subset))
                .measured("bigrams", 1, WordRelations::bigrams);
    }

    /** Jaccard (1901): the words in common as a share of all words of both. */
    private static Relation<?> tokenSet(double least) {
        return new ComposedRelation<>(ComposedRelation.with("token-set", least), WordRelations::words, (one, other) -> {
            int common = common(one, other);
            return common > 0 && common >= least * (one.length + other.length - common);
        });
    }

    /** All words of the one are words of the other. */
    private static boolean subset(String[] one, String[] other) {
        int fewer = Math.min(one.length, other.length);
        return fewer > 0 && common(one, other) == fewer;
    }

    /** Rng (1945) over neighbouring characters: twice those in common as a share of all of both. */
    private static Relation<?> bigrams(double least) {
        return new ComposedRelation<>(
                ComposedRelation.with("bigrams", least), WordRelations::bigramsOf, (one, other) -> {
                    int common = common(one, other);
                    return common > 0 && 2 * common >= least * (one.length + other.length);
                });
    }

    private static String[] words(String value) {
        return Words.of(value).stream().sorted().toArray(String[]::new);
    }

    private static int[] bigramsOf(String value) {
        int[] pairs = new int[Math.max(0, value.length() - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = value.charAt(i) << 16 | value.charAt(i + 1);
        }
        Arrays.sort(pairs);
        return pairs;
    }

    /** How many texts two sorted arrays share. */
    static int common(String[] one, String[] other) {
        int common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = one[i].compareTo(other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    private static int common(int[] one, int[] other) {
        int common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = Integer.compare(one[i], other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }
}
