package org.childfile.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Kinship as in GB/T 4761: what one person is to another. A code is two digits, the first of them the kind (5 parents,
 * 6 grandparents, 7 siblings).
 */
public final class Kinships {

    private static final Map<String, String> WORDS = new HashMap<>();
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (String line : Resources.lines(Kinships.class, "kinships.csv")) {
            String[] cells = line.split(",", -1);
            WORDS.put(cells[0], cells[1]);
            CODES.put(cells[0], cells[0]);
            CODES.put(Integer.toString(Integer.parseInt(cells[0])), cells[0]);
            for (int i = 1; i < cells.length; i++) {
                CODES.putIfAbsent(cells[i], cells[0]);
            }
        }
    }

    private Kinships() {}

    /** The code for a code or a Chinese word, formal or familiar (父亲, 爸爸, 外婆, 其他亲属); empty for anything else. */
    public static Optional<String> code(String codeOrChineseWord) {
        String code = CODES.get(codeOrChineseWord);
        return Optional.ofNullable(code != null ? code : CODES.get(Terms.plain(codeOrChineseWord)));
    }

    /** The standard's own word, such as {@code 外祖母} for 64; empty for no such code. */
    public static Optional<String> chinese(String code) {
        return Optional.ofNullable(WORDS.get(code));
    }
}
