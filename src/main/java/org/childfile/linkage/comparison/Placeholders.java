package org.childfile.linkage.comparison;

import java.util.Set;
import org.childfile.kernel.Resources;

/** Words that stand in tables where nothing is known. Surnames that sound so (Na, Null as 'nul') are left alone. */
final class Placeholders {

    private static final Set<String> WORDS = Set.copyOf(Resources.lines(Placeholders.class, "placeholders.txt"));

    private Placeholders() {}

    /** Whether a text in lower case, without punctuation, says nothing: {@code unknown}, {@code n a}, {@code xxx}. */
    static boolean contains(String words) {
        return words.isEmpty() || WORDS.contains(words) || repeated(words);
    }

    /** Three or more of one letter, such as {@code xxx} and {@code aaaa}. */
    private static boolean repeated(String words) {
        return words.length() >= 3 && words.charAt(0) < 0x80 && words.chars().allMatch(c -> c == words.charAt(0));
    }
}
