package org.childfile.linkage.comparison;

import java.util.Locale;
import java.util.function.Function;

/** Relations of texts in any alphabet. */
final class TextRelations {

    private static final int MOST_EDITS = 5;
    private static final int LONGEST_PREFIX = 32;
    private static final Function<String, char[]> CHARACTERS = String::toCharArray;

    private TextRelations() {}

    static Catalogue<Relation<?>> all() {
        return new Catalogue<Relation<?>>()
                .plain("exact", ComposedRelation.ofKeys("exact", value -> value))
                .plain("exact-folded", ComposedRelation.ofKeys("exact-folded", Folding::bare))
                .counted("edit-distance", 1, MOST_EDITS, TextRelations::edits)
                .counted("damerau", 1, MOST_EDITS, TextRelations::editsAndSwaps)
                .measured("jaro", 1, TextRelations::jaro)
                .measured("jaro-winkler", 1, TextRelations::jaroWinkler)
                .counted("prefix", 1, LONGEST_PREFIX, TextRelations::prefix)
                .plain("initial", new ComposedRelation<>("initial", Folding::bare, TextRelations::initial))
                .argued(
                        "same",
                        " DERIVATION",
                        derivation -> Derivations.find(derivation).map(found -> sameKey(derivation, found)));
    }

    private static Relation<?> edits(int most) {
        return new ComposedRelation<>(
                "edit-distance " + most, CHARACTERS, (one, other) -> Edits.within(one, other, most));
    }

    private static Relation<?> editsAndSwaps(int most) {
        return new ComposedRelation<>(
                "damerau " + most, CHARACTERS, (one, other) -> Edits.withinSwapping(one, other, most));
    }

    private static Relation<?> jaro(double least) {
        return new ComposedRelation<>(
                ComposedRelation.with("jaro", least),
                CHARACTERS,
                (one, other) -> JaroWinkler.jaro(one, other) >= least);
    }

    private static Relation<?> jaroWinkler(double least) {
        return new ComposedRelation<>(
                ComposedRelation.with("jaro-winkler", least),
                CHARACTERS,
                (one, other) -> JaroWinkler.of(one, other) >= least);
    }

    /** The one is the beginning of the other, case apart, and at least so many characters long. */
    private static Relation<?> prefix(int least) {
        return new ComposedRelation<>(
                "prefix " + least,
                value -> value.toLowerCase(Locale.ROOT),
                (one, other) -> Math.min(one.length(), other.length()) >= least
                        && (one.startsWith(other) || other.startsWith(one)));
    }

    /** The one is a single letter, with which the other begins. */
    private static boolean initial(String one, String other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && (one.length() == 1 || other.length() == 1)
                && one.charAt(0) == other.charAt(0);
    }

    /** A derivation gives them a key in common. */
    private static Relation<?> sameKey(String derivation, Derivation found) {
        return new ComposedRelation<>(
                "same " + String.join(" ", derivation.split("\\s+")),
                value -> found.of(value).stream().sorted().toArray(String[]::new),
                (one, other) -> WordRelations.common(one, other) > 0);
    }
}
