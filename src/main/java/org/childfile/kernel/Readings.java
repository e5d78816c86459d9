package org.childfile.kernel;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How Han characters sound: toneless pinyin, {@code v} for ü.
 *
 * <p>They are those of ICU's {@code Han-Latin/Names}, which takes a second to load and 60 µs a name; so its answers for the
 * usual characters and surnames stand in {@code han-readings.txt}, and ICU itself is asked only about others and about tones,
 * once each. Its mistakes about surnames are mended by {@code surname-readings.csv}.
 */
final class Readings {

    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    /** A character before the one asked for, so that ICU does not take that for a surname. */
    private static final String BEFORE = "一";

    private static final @Nullable String[] BASIC = new @Nullable String[LAST - FIRST + 1];
    private static final Map<Integer, String> RARE = new ConcurrentHashMap<>();
    private static final Map<String, String> SURNAMES = new ConcurrentHashMap<>();
    private static final Map<String, String> MENDED = new HashMap<>();
    private static final Map<Integer, String> TONED = new ConcurrentHashMap<>();
    private static final Map<String, String> TONED_SURNAMES = new ConcurrentHashMap<>();

    /** Loaded when it is first asked. */
    private static final class Icu {
        static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names");

        private Icu() {}
    }

    static {
        for (String line : Resources.lines(Readings.class, "han-readings.txt")) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals("surname")) {
                SURNAMES.put(cells[1], cells[2]);
            } else {
                cells[1].chars().forEach(c -> BASIC[c - FIRST] = cells[0]);
            }
        }
        for (String line : Resources.lines(Readings.class, "surname-readings.csv")) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals("surname")) {
                SURNAMES.put(cells[1], cells[2]);
            } else {
                MENDED.put(cells[1], cells[2]);
                BASIC[cells[1].charAt(0) - FIRST] = cells[2];
            }
        }
    }

    private Readings() {}

    /** The reading of a character within a name; the character itself where it has none. */
    static String of(int codePoint) {
        if (codePoint < FIRST || codePoint > LAST) {
            return RARE.computeIfAbsent(codePoint, rare -> MENDED.getOrDefault(Character.toString(rare), ask(rare)));
        }
        String known = BASIC[codePoint - FIRST];
        return known == null ? Character.toString(codePoint) : known;
    }

    /** The reading of one or two characters as a surname. */
    static String ofSurname(String surname) {
        String known = SURNAMES.get(surname);
        if (known == null && surname.length() == 1 && surname.charAt(0) >= FIRST && surname.charAt(0) <= LAST) {
            return of(surname.charAt(0));
        }
        return known != null ? known : SURNAMES.computeIfAbsent(surname, name -> plain(transliterate(name)));
    }

    /**
     * What {@code han-readings.txt} has to say, as ICU reads: a line for each sound with its characters, and one for each
     * surname that sounds otherwise than its characters elsewhere.
     */
    static List<String> table(Collection<String> doubleSurnames) {
        Map<String, StringBuilder> sounds = new TreeMap<>();
        List<String> surnames = new ArrayList<>();
        for (int c = FIRST; c <= LAST; c++) {
            String character = Character.toString(c);
            String within = MENDED.getOrDefault(character, ask(c));
            if (!ask(c).equals(character)) {
                sounds.computeIfAbsent(ask(c), absent -> new StringBuilder()).append(character);
            }
            String alone = plain(transliterate(character));
            if (!alone.equals(within)) {
                surnames.add("surname," + character + "," + alone);
            }
        }
        doubleSurnames.stream()
                .sorted()
                .forEach(surname -> surnames.add("surname," + surname + "," + plain(transliterate(surname))));
        List<String> lines = new ArrayList<>();
        sounds.forEach((sound, characters) -> lines.add(sound + "," + characters));
        lines.addAll(surnames);
        return lines;
    }

    /** The reading of a character with its tone mark, without one where our table knows better than ICU. */
    static String toned(int codePoint) {
        return TONED.computeIfAbsent(codePoint, character -> {
            String both = transliterate(BEFORE + Character.toString(character)).toLowerCase(Locale.ROOT);
            String toned = both.substring(both.indexOf(' ') + 1);
            String plain = of(character);
            return plain(toned).equals(plain) ? toned : plain;
        });
    }

    /** The reading of one or two characters as a surname with tone marks, as {@link #toned}. */
    static String tonedSurname(String surname) {
        return TONED_SURNAMES.computeIfAbsent(surname, name -> {
            String toned = transliterate(name).toLowerCase(Locale.ROOT);
            String plain = ofSurname(name);
            return plain(toned).equals(plain) ? toned : plain;
        });
    }

    /** Latin text in lower case without tones. */
    static String plain(String latin) {
        String apart = Normalizer.normalize(latin, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c == '\u0308' && !out.isEmpty() && out.charAt(out.length() - 1) == 'u') {
                out.setCharAt(out.length() - 1, 'v');
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !Characters.digit(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String ask(int codePoint) {
        String character = Character.toString(codePoint);
        String both = plain(transliterate(BEFORE + character));
        int blank = both.indexOf(' ');
        return blank < 0 ? character : both.substring(blank + 1);
    }

    private static String transliterate(String text) {
        // ICU does not promise that a transliterator may be used by several threads at once.
        synchronized (Icu.NAMES) {
            return Icu.NAMES.transliterate(text);
        }
    }
}
