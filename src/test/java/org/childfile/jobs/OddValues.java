package org.childfile.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Random values of attributes: of every type, and of none; always the same for the same seed. */
final class OddValues {

    private static final List<String> DATES = List.of(
            "+999999999-12-31",
            "-999999999-01-01",
            "9999-12-31",
            "0000-01-01",
            "-4800-01-01",
            "2015-02-30",
            "2015-3-7",
            "",
            "+1000000000-01-01T00:00:00Z",
            "infinity",
            "294277-01-01T00:00:00Z");

    private final Random random;

    OddValues(long seed) {
        this.random = new Random(seed);
    }

    Object next() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> text(random.nextInt(40));
            case 3 -> text(5000);
            case 4, 5 -> DATES.get(random.nextInt(DATES.size()));
            case 6 -> random.nextBoolean() ? (Object) random.nextInt() : Boolean.TRUE;
            case 7 -> List.of();
            case 8 -> texts(random.nextInt(4) == 0 ? 3000 : 3);
            default -> places();
        };
    }

    private List<String> texts(int size) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            texts.add(text(random.nextInt(12)));
        }
        return texts;
    }

    private Map<String, String> places() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(random.nextBoolean() ? "district" : text(3), text(6));
        return parts;
    }

    /** Of all characters of Unicode, of halves of them, and of NUL. */
    private String text(int length) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, length).forEach(i -> {
            switch (random.nextInt(12)) {
                case 0 -> text.append((char) (0xD800 + random.nextInt(0x800)));
                case 1 -> text.append((char) random.nextInt(0x20));
                case 2 -> text.appendCodePoint(0xFFFE + (random.nextInt(17) << 16));
                case 3, 4 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 5, 6 -> text.append((char) (0x21 + random.nextInt(0x5E)));
                default -> text.append((char) (0x4E00 + random.nextInt(0x5200)));
            }
        });
        return text.toString();
    }
}
