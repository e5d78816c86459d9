package org.childfile.linkage.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Keys of texts in any alphabet. */
final class TextDerivations {

    private static final int LONGEST_PART = 32;
    private static final int LONGEST_NGRAM = 8;
    private static final int SHORTEST_LEFT = 2;

    private TextDerivations() {}

    static Catalogue<Derivation> all() {
        return new Catalogue<Derivation>()
                .plain("itself", key(value -> value))
                .plain("folded", key(Folding::bare))
                .counted("first", 1, LONGEST_PART, count -> key(value -> first(value, count)))
                .counted("last", 1, LONGEST_PART, count -> key(value -> last(value, count)))
                .plain("words", Words::of)
                .plain("sorted-words", key(TextDerivations::sortedWords))
                .plain("initials", key(TextDerivations::initials))
                .plain("sorted-characters", key(TextDerivations::sortedCharacters))
                .counted("ngrams", 2, LONGEST_NGRAM, length -> value -> ngrams(value, length))
                .plain("without-one", TextDerivations::withoutOne)
                .plain("email-local", key(value -> value.substring(0, Math.max(0, value.lastIndexOf('@')))))
                .plain("email-domain", key(value -> value.substring(domainAt(value))));
    }

    /** One key; none where it is empty. */
    static Derivation key(UnaryOperator<String> making) {
        return value -> {
            String key = making.apply(value);
            return key.isEmpty() ? List.of() : List.of(key);
        };
    }

    /** The first characters; of a shorter text the whole. */
    private static String first(String value, int count) {
        return value.codePointCount(0, value.length()) <= count
                ? value
                : value.substring(0, value.offsetByCodePoints(0, count));
    }

    /** The last characters; of a shorter text the whole. */
    private static String last(String value, int count) {
        return value.codePointCount(0, value.length()) <= count
                ? value
                : value.substring(value.offsetByCodePoints(value.length(), -count));
    }

    private static String sortedWords(String value) {
        return String.join(" ", Words.of(value).stream().sorted().toList());
    }

    private static String initials(String value) {
        StringBuilder out = new StringBuilder();
        Words.of(value).forEach(word -> out.appendCodePoint(word.codePointAt(0)));
        return out.toString();
    }

    private static String sortedCharacters(String value) {
        StringBuilder out = new StringBuilder(value.length());
        value.codePoints().sorted().forEach(out::appendCodePoint);
        return out.toString();
    }

    /** All parts of that length; of a shorter text the whole. */
    private static List<String> ngrams(String value, int length) {
        Set<String> parts = new LinkedHashSet<>();
        for (int i = 0; i + length <= value.length(); i++) {
            parts.add(value.substring(i, i + length));
        }
        return parts.isEmpty() && !value.isEmpty() ? List.of(value) : List.copyOf(parts);
    }

    /**
     * The text itself, and the text without each one of its characters, where at least two are left: what is one edit
     * apart shares a key.
     */
    private static List<String> withoutOne(String value) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(value);
        for (int i = 0; i < value.length() && value.length() > SHORTEST_LEFT; i++) {
            keys.add(value.substring(0, i) + value.substring(i + 1));
        }
        keys.remove("");
        return new ArrayList<>(keys);
    }

    private static int domainAt(String value) {
        int at = value.lastIndexOf('@');
        return at < 0 ? value.length() : at + 1;
    }
}
