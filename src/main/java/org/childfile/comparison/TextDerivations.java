package org.childfile.comparison;

import java.util.List;
import java.util.function.UnaryOperator;

/** Keys of texts in any alphabet. */
final class TextDerivations {

    private static final int LONGEST_PART = 32;

    private TextDerivations() {}

    static Catalogue<Derivation> all() {
        return new Catalogue<Derivation>()
                .plain("itself", key(value -> value))
                .counted("first", 1, LONGEST_PART, count -> key(value -> first(value, count)))
                .plain("words", Words::of);
    }

    /** One key; none where it is empty. */
    static Derivation key(UnaryOperator<String> making) {
        return value -> {
            String key = making.apply(value);
            return key.isEmpty() ? List.of() : List.of(key);
        };
    }

    private static String first(String value, int count) {
        return value.codePointCount(0, value.length()) <= count
                ? value
                : value.substring(0, value.offsetByCodePoints(0, count));
    }
}
