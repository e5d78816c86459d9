package org.childfile.linkage.comparison;

import java.util.function.BiPredicate;
import java.util.function.Function;
import org.childfile.kernel.ChineseNames;

/**
 * Relations of Chinese names in the normal form of {@link org.childfile.kernel.PersonName}. A name with a lost character
 * sounds like no other.
 */
final class NameRelations {

    private static final int SHORTEST = 2;
    private static final Function<String, NameUnits> UNITS = NameUnits::of;
    private static final Function<String, char[]> SIMPLIFIED = NameRelations::simplified;

    private NameRelations() {}

    static Catalogue<Relation<?>> all() {
        return new Catalogue<Relation<?>>()
                .plain("same-pinyin", ComposedRelation.ofKeys("same-pinyin", NameDerivations::pinyin))
                .plain("same-pinyin-tone", ComposedRelation.ofKeys("same-pinyin-tone", NameRelations::tonedPinyin))
                .plain("fuzzy-pinyin", ComposedRelation.ofKeys("fuzzy-pinyin", NameDerivations::fuzzyPinyin))
                .plain("romanised", new ComposedRelation<>("romanised", Romanised::of, Romanised::sameName))
                .plain("same-traditional", ComposedRelation.ofKeys("same-traditional", ChineseNames::toSimplified))
                .plain("similar-shape", characters("similar-shape", NameRelations::similarShape))
                .plain("one-character", characters("one-character", NameRelations::oneCharacter))
                .plain("extra-character", characters("extra-character", NameRelations::extraCharacter))
                .plain("wildcard", new ComposedRelation<>("wildcard", UNITS, NameUnits::agree))
                .plain("wildcard-two", new ComposedRelation<>("wildcard-two", UNITS, NameUnits::agreeInTwo))
                .plain("same-given", ComposedRelation.ofKeys("same-given", NameRelations::longGiven))
                .plain("same-short-given", ComposedRelation.ofKeys("same-short-given", NameRelations::shortGiven))
                .plain("milk-name", new ComposedRelation<>("milk-name", MilkNames::of, MilkNames::sameChild));
    }

    private static Relation<char[]> characters(String written, BiPredicate<char[], char[]> agreeing) {
        return new ComposedRelation<>(written, SIMPLIFIED, agreeing);
    }

    private static char[] simplified(String name) {
        return ChineseNames.toSimplified(name).toCharArray();
    }

    private static String tonedPinyin(String name) {
        return name.indexOf('?') >= 0 ? "" : ChineseNames.tonedPinyin(name);
    }

    /** One character differs, and the two look alike. */
    private static boolean similarShape(char[] one, char[] other) {
        int at = one.length < SHORTEST ? -1 : Characters.onlyDifference(one, other);
        return at >= 0 && SimilarShapes.alike(one[at], other[at]);
    }

    /** One character differs, as among twins too; of names with at least two. */
    private static boolean oneCharacter(char[] one, char[] other) {
        return one.length >= SHORTEST && Characters.onlyDifference(one, other) >= 0;
    }

    /** The one has a character more; the shorter has at least two. */
    private static boolean extraCharacter(char[] one, char[] other) {
        return Math.min(one.length, other.length) >= SHORTEST && Characters.oneMore(one, other);
    }

    /** The given name of two characters or more, none of them lost; of a Latin name likewise. */
    private static String longGiven(String name) {
        String given = ChineseNames.given(name);
        return given.length() >= SHORTEST && given.indexOf('?') < 0 ? given : "";
    }

    /** The given name of one character that is not lost. */
    private static String shortGiven(String name) {
        String given = ChineseNames.given(name);
        return given.length() == 1 && given.indexOf('?') < 0 ? given : "";
    }
}
