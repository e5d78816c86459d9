package org.childfile.ingest.mapping;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.childfile.kernel.Division;
import org.childfile.kernel.Divisions;
import org.childfile.kernel.Resources;

/** The lists of codes of standard records, with what each code means in Chinese and in English; {@code codes.csv}. */
public final class CodeList {

    /** The list that is no table of words: divisions have names of their own, in Chinese alone. */
    static final String DIVISION = "division";

    private static final Map<String, Map<String, Word>> LISTS = read();

    private CodeList() {}

    private record Word(String zh, String en) {}

    /** What a code means; empty for a code that the list does not know. */
    public static Optional<String> word(String list, String code, Locale locale) {
        if (list.equals(DIVISION)) {
            return Divisions.chongqing().containing(code).map(CodeList::name);
        }
        return Optional.ofNullable(LISTS.getOrDefault(list, Map.of()).get(code))
                .map(word -> ValueWords.english(locale) ? word.en() : word.zh());
    }

    /** The codes of a list; none for divisions. */
    static Set<String> codes(String list) {
        return LISTS.getOrDefault(list, Map.of()).keySet();
    }

    static Set<String> names() {
        return LISTS.keySet();
    }

    /** From the district down, as an address begins. */
    private static String name(Division division) {
        return division.level() == Division.Level.TOWNSHIP
                ? Divisions.chongqing().find(division.parent()).orElseThrow().name() + division.name()
                : division.name();
    }

    private static Map<String, Map<String, Word>> read() {
        Map<String, Map<String, Word>> lists = new HashMap<>();
        for (String line : Resources.lines(CodeList.class, "codes.csv")) {
            String[] cells = line.split(",", 4);
            lists.computeIfAbsent(cells[0], list -> new HashMap<>()).put(cells[1], new Word(cells[2], cells[3]));
        }
        return lists;
    }
}
