package org.childfile.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chinese names as they sound, written in Latin letters: {@code SHAN XIAOYU}, {@code Shan Xiao Yu}, {@code XIAOYU SHAN}. Words
 * are taken apart into syllables, as few as there can be, so that they sound like the characters that they stand for.
 */
final class LatinPinyin {

    private static final int LONGEST_SYLLABLE = 6;
    private static final int MOST_SYLLABLES = 5;
    private static final Set<String> SYLLABLES = syllables();

    private LatinPinyin() {}

    private static Set<String> syllables() {
        Set<String> all = new HashSet<>();
        for (String line : Resources.lines(LatinPinyin.class, "han-readings.txt")) {
            String sound = line.substring(0, line.indexOf(','));
            if (!sound.equals("surname") && sound.length() <= LONGEST_SYLLABLE) {
                all.add(sound);
            }
        }
        return Set.copyOf(all);
    }

    /**
     * The syllables of a name joined by blanks.
     *
     * @param normalName in normal form; a {@code ?} for a lost character may stand before it
     * @return null where the name is not in Latin letters, or no Chinese one
     */
    static @Nullable String spoken(String normalName) {
        boolean behindLost = !normalName.isEmpty() && normalName.charAt(0) == Characters.LOST;
        List<List<String>> words = words(behindLost ? normalName.substring(1) : normalName);
        if (words.isEmpty()) {
            return null;
        }
        List<String> all = new ArrayList<>(behindLost ? List.of("?") : List.of());
        words.forEach(all::addAll);
        return String.join(" ", all);
    }

    /** The name with the surname first where it stands last, as it does in passports of other countries; else the name itself. */
    static String surnameFirst(String normalName) {
        int last = normalName.lastIndexOf(' ');
        if (last < 0) {
            return normalName;
        }
        List<List<String>> words = words(normalName);
        boolean givenFirst = words.size() == 2
                && words.getFirst().size() == 2
                && words.getLast().size() == 1
                && !ChineseNames.doubleSurnameSound(String.join(" ", words.getFirst()));
        return givenFirst ? normalName.substring(last + 1) + " " + normalName.substring(0, last) : normalName;
    }

    /** The syllables of each word; none where a word is no Chinese one. */
    private static List<List<String>> words(String name) {
        if (name.isEmpty() || name.charAt(0) > 0x24F || !Character.isLetter(name.charAt(0))) {
            return List.of();
        }
        List<List<String>> words = new ArrayList<>();
        int count = 0;
        for (String word : Readings.plain(name.toLowerCase(Locale.ROOT)).split("[ ·'-]+", -1)) {
            List<String> syllables = split(word.replace("lyu", "lv").replace("nyu", "nv"));
            count += syllables.size();
            if (syllables.isEmpty() || count > MOST_SYLLABLES) {
                return List.of();
            }
            words.add(syllables);
        }
        return words;
    }

    /** Syllables that make the word, as few as there can be and such as are written without an apostrophe; none where none do. */
    private static List<String> split(String word) {
        List<@Nullable List<String>> from = new ArrayList<>();
        for (int i = 0; i <= word.length(); i++) {
            from.add(null);
        }
        from.set(word.length(), List.of());
        for (int i = word.length() - 1; i >= 0; i--) {
            for (int length = Math.min(LONGEST_SYLLABLE, word.length() - i); length > 0; length--) {
                List<String> rest = from.get(i + length);
                if (rest != null && SYLLABLES.contains(word.substring(i, i + length))) {
                    List<String> all = new ArrayList<>(List.of(word.substring(i, i + length)));
                    all.addAll(rest);
                    List<String> best = from.get(i);
                    from.set(i, best == null || cost(all) < cost(best) ? all : best);
                }
            }
        }
        List<String> whole = from.getFirst();
        return whole == null ? List.of() : whole;
    }

    /** Within a word a syllable that begins with a vowel stands behind an apostrophe, or seldom: nana is na na, not nan a. */
    private static int cost(List<String> syllables) {
        int cost = 2 * syllables.size();
        for (String syllable : syllables.subList(1, syllables.size())) {
            cost += "aoe".indexOf(syllable.charAt(0)) >= 0 ? 1 : 0;
        }
        return cost;
    }
}
