package org.childfile.linkage.comparison;

import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Relations of numbers that name something: id numbers, phones, postcodes, dates. Blanks, dashes and other signs are
 * left out first, letters are upper case.
 */
final class DigitRelations {

    private static final int LONGEST_TAIL = 18;
    private static final int OLD_LENGTH = 15;
    private static final int NEW_LENGTH = 18;
    private static final int YEAR_AT = 6;
    private static final Function<String, char[]> BARE = DigitRelations::bare;

    private DigitRelations() {}

    static Catalogue<Relation<?>> all() {
        return new Catalogue<Relation<?>>()
                .plain("one-digit", digits("one-digit", DigitRelations::oneDigit))
                .plain("neighbours-swapped", digits("neighbours-swapped", Characters::neighboursSwapped))
                .plain("one-digit-or-swap", digits("one-digit-or-swap", DigitRelations::oneDigitOrSwap))
                .plain("near", digits("near", DigitRelations::near))
                .plain("same-but-check", digits("same-but-check", DigitRelations::sameButCheck))
                .plain("short-form", digits("short-form", DigitRelations::shortForm))
                .plain("eaten-tail", digits("eaten-tail", DigitRelations::eatenTail))
                .counted("same-tail", 2, LONGEST_TAIL, DigitRelations::sameTail);
    }

    private static Relation<char[]> digits(String written, BiPredicate<char[], char[]> agreeing) {
        return new ComposedRelation<>(written, BARE, agreeing);
    }

    private static char[] bare(String value) {
        return Folding.bare(value).toUpperCase(Locale.ROOT).toCharArray();
    }

    /** Exactly one character is another one. */
    private static boolean oneDigit(char[] one, char[] other) {
        return one.length >= 2 && Characters.onlyDifference(one, other) >= 0;
    }

    private static boolean oneDigitOrSwap(char[] one, char[] other) {
        return oneDigit(one, other) || Characters.neighboursSwapped(one, other);
    }

    /** One digit is another one, two neighbours are swapped, or one is missing. */
    private static boolean near(char[] one, char[] other) {
        return oneDigitOrSwap(one, other)
                || (Math.min(one.length, other.length) >= 2 && Characters.oneMore(one, other));
    }

    /** Nothing but the last character differs. */
    private static boolean sameButCheck(char[] one, char[] other) {
        return one.length >= 2 && Characters.onlyDifference(one, other) == one.length - 1;
    }

    /** The one is an id number of 15 digits and the other the same number with a century and a check character. */
    private static boolean shortForm(char[] one, char[] other) {
        char[] old = one.length < other.length ? one : other;
        char[] whole = one.length < other.length ? other : one;
        return old.length == OLD_LENGTH
                && whole.length == NEW_LENGTH
                && same(old, 0, whole, 0, YEAR_AT)
                && same(old, YEAR_AT, whole, YEAR_AT + 2, OLD_LENGTH - YEAR_AT);
    }

    /** The last three of 18 digits became zeros in a spreadsheet, and the others are the same. */
    private static boolean eatenTail(char[] one, char[] other) {
        return one.length == NEW_LENGTH
                && other.length == NEW_LENGTH
                && same(one, 0, other, 0, OLD_LENGTH)
                && (zeros(one) || zeros(other));
    }

    /** The last N characters are the same, such as those of a phone of which the area code is missing. */
    private static Relation<?> sameTail(int count) {
        return digits(
                "same-tail " + count,
                (one, other) -> one.length >= count
                        && other.length >= count
                        && same(one, one.length - count, other, other.length - count, count));
    }

    private static boolean zeros(char[] number) {
        return number[15] == '0' && number[16] == '0' && number[17] == '0';
    }

    private static boolean same(char[] one, int from, char[] other, int otherFrom, int count) {
        for (int i = 0; i < count; i++) {
            if (one[from + i] != other[otherFrom + i]) {
                return false;
            }
        }
        return true;
    }
}
