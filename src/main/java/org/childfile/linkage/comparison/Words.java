package org.childfile.linkage.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text: what stands between characters that are neither letters, marks nor digits, in lower case. A Han
 * character is a word of its own, as nothing parts them.
 */
final class Words {

    private Words() {}

    /** The distinct words in the order of their first appearance. */
    static List<String> of(String value) {
        List<String> words = new ArrayList<>();
        int from = 0;
        int i = 0;
        while (i < value.length()) {
            int c = value.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Character.isIdeographic(c)) {
                add(words, value.substring(from, i));
                add(words, value.substring(i, next));
                from = next;
            } else if (!partOfWord(c)) {
                add(words, value.substring(from, i));
                from = next;
            }
            i = next;
        }
        add(words, value.substring(from));
        return words;
    }

    private static void add(List<String> words, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (!word.isEmpty() && !words.contains(word)) {
            words.add(word);
        }
    }

    /** A letter, a digit, or a mark that belongs to one. */
    static boolean partOfWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
