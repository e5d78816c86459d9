package org.childfile.lab.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How characters of names sound and look, and so which ones are taken for which. */
public final class Characters {

    private static final Map<String, String> PINYIN = new HashMap<>();
    private static final Map<String, String> TRADITIONAL = new HashMap<>();
    private static final Map<String, List<String>> HOMOPHONES = new HashMap<>();
    private static final Map<String, List<String>> SOUTH_WESTERN = new HashMap<>();
    private static final Map<String, List<String>> LOOK_ALIKES = new HashMap<>();

    static {
        Map<String, List<String>> bySound = new HashMap<>();
        Map<String, List<String>> byDialect = new HashMap<>();
        List<List<String>> rows = Tables.rows("characters.csv");
        for (List<String> row : rows) {
            String character = row.getFirst();
            PINYIN.put(character, row.get(1));
            TRADITIONAL.put(character, row.get(2));
            bySound.computeIfAbsent(row.get(1), sound -> new ArrayList<>()).add(character);
            byDialect
                    .computeIfAbsent(dialect(row.get(1)), sound -> new ArrayList<>())
                    .add(character);
        }
        for (List<String> row : rows) {
            String character = row.getFirst();
            List<String> same = bySound.getOrDefault(row.get(1), List.of());
            List<String> near = byDialect.getOrDefault(dialect(row.get(1)), List.of());
            HOMOPHONES.put(
                    character, same.stream().filter(c -> !c.equals(character)).toList());
            SOUTH_WESTERN.put(
                    character, near.stream().filter(c -> !same.contains(c)).toList());
        }
        for (String group : Tables.lines("look-alikes.txt")) {
            List<String> members = List.of(group.split(""));
            members.forEach(c -> LOOK_ALIKES.put(
                    c, members.stream().filter(other -> !other.equals(c)).toList()));
        }
    }

    private Characters() {}

    /** Pinyin without tone; empty where it is not known. */
    public static String pinyin(String character) {
        return PINYIN.getOrDefault(character, "");
    }

    /** The traditional form; empty where it is the same or not known. */
    public static String traditional(String character) {
        return TRADITIONAL.getOrDefault(character, "");
    }

    public static List<String> homophones(String character) {
        return HOMOPHONES.getOrDefault(character, List.of());
    }

    /** Characters that sound the same only in south-western speech. */
    public static List<String> southWestern(String character) {
        return SOUTH_WESTERN.getOrDefault(character, List.of());
    }

    public static List<String> lookAlikes(String character) {
        return LOOK_ALIKES.getOrDefault(character, List.of());
    }

    private static String dialect(String pinyin) {
        String sound = pinyin.replaceFirst("^([zcs])h", "$1").replaceFirst("^n", "l");
        sound = switch (sound) {
            case "hu" -> "fu";
            case "hui" -> "fei";
            case "hong" -> "feng";
            default -> sound.replaceFirst("^hua", "fa");
        };
        return sound.replaceFirst("([ie]n)g$", "$1");
    }
}
