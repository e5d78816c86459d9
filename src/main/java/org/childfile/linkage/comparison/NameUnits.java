package org.childfile.linkage.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.childfile.kernel.ChineseNames;

/**
 * A name character by character, where some may be lost or given by their sound: {@code 张?明}, {@code 张〓明},
 * {@code 张(hao)明}, {@code 张hao明}.
 *
 * @param characters the code points; {@link #LOST} where one is lost, {@link #SOUND} where only its sound is known
 * @param sounds the toneless pinyin of each Han character or sound; empty for others
 */
record NameUnits(int[] characters, String[] sounds) {

    static final int LOST = -1;
    static final int SOUND = -2;

    private static final int LONGEST_SYLLABLE = 6;

    static NameUnits of(String name) {
        if (name.codePoints().noneMatch(Character::isIdeographic)) {
            int[] characters = name.codePoints().map(c -> lost(c) ? LOST : c).toArray();
            String[] sounds = new String[characters.length];
            Arrays.fill(sounds, "");
            return new NameUnits(characters, sounds);
        }
        return new Reading(name).units();
    }

    /**
     * Whether all characters agree, a lost one with any other and a sound with what sounds so, and enough agree at all:
     * two, of a name of two one.
     */
    static boolean agree(NameUnits one, NameUnits other) {
        return agreeing(one, other) >= Math.min(2, Math.max(1, one.characters.length - 1));
    }

    /** As {@link #agree}, but two characters agree at least, each by itself or by its sound. */
    static boolean agreeInTwo(NameUnits one, NameUnits other) {
        return agreeing(one, other) >= 2;
    }

    /** How many characters agree where none differ, lost ones apart; -1 where some do, or of names too short to tell. */
    private static int agreeing(NameUnits one, NameUnits other) {
        int length = one.characters.length;
        if (length < 2 || length != other.characters.length) {
            return -1;
        }
        int agreeing = 0;
        for (int i = 0; i < length; i++) {
            int a = one.characters[i];
            int b = other.characters[i];
            if (a != LOST && b != LOST) {
                boolean bySound = a == SOUND || b == SOUND;
                boolean same = bySound ? one.sounds[i].equals(other.sounds[i]) : a == b;
                if (!same) {
                    return -1;
                }
                agreeing++;
            }
        }
        return agreeing;
    }

    private static boolean lost(int c) {
        return switch (c) {
            case '?', '？', '*', '＊', '□', '■', '〓', '▢', '○', '◯', '×', 0xFFFD -> true;
            default -> Character.getType(c) == Character.PRIVATE_USE;
        };
    }

    /** Reads one name from left to right; dots, blanks and brackets go, what stands in brackets stays. */
    private static final class Reading {
        private final String text;
        private final List<Integer> characters = new ArrayList<>();
        private final List<String> sounds = new ArrayList<>();

        Reading(String name) {
            text = name;
        }

        NameUnits units() {
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                int next = i + Character.charCount(c);
                if (lost(c)) {
                    add(LOST, "");
                } else if (Character.isIdeographic(c)) {
                    add(c, soundOf(c));
                } else if (Character.isLetter(c)) {
                    next = sound(i);
                }
                i = next;
            }
            return new NameUnits(
                    characters.stream().mapToInt(Integer::intValue).toArray(), sounds.toArray(String[]::new));
        }

        /** Reads a word of Latin letters; one that repeats how the character before it sounds is no character. */
        private int sound(int from) {
            int to = from;
            while (to < text.length()
                    && Character.isLetter(text.charAt(to))
                    && !Character.isIdeographic(text.charAt(to))) {
                to++;
            }
            String syllable = Folding.words(
                    text.substring(from, to).toLowerCase(Locale.ROOT).replace('ü', 'v'));
            boolean shown = sounds.size() > 1 && sounds.getLast().equals(syllable);
            if (!shown && syllable.length() <= LONGEST_SYLLABLE) {
                add(SOUND, syllable);
            }
            return to;
        }

        private void add(int character, String sound) {
            characters.add(character);
            sounds.add(sound);
        }

        /** As a surname where it stands first, else as within a name. */
        private String soundOf(int c) {
            String character = Character.toString(c);
            return characters.isEmpty()
                    ? ChineseNames.pinyin(character)
                    : ChineseNames.pinyin("?" + character).substring(2);
        }
    }
}
