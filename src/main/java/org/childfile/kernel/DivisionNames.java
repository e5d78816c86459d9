package org.childfile.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The divisions of Chongqing by the names that people write: short, former, or with another ending. */
final class DivisionNames {

    static final int LONGEST_STEM = 4;

    private static final String[] GROUPS = {"土家族", "苗族", "侗族", "仡佬族", "土家", "苗", "仡佬", "民族"};
    private static final String ENDING_STARTS = "土苗侗仡民街镇乡";
    private static final String[] ENDINGS = {"街道办事处", "街道办", "街道", "镇人民政府", "乡人民政府", "镇", "乡"};

    private static final Comparator<String> LONGEST_FIRST = Comparator.comparingInt(name -> -name.length());
    private static final Map<String, String> DISTRICTS = new HashMap<>();
    /** The names of districts by their first two characters, the longest first. */
    private static final Map<String, List<String>> DISTRICTS_BY_START = new HashMap<>();
    /** Stems (龙驹) and full names (龙驹镇) of townships, each with the codes that it may mean. */
    private static final Map<String, List<String>> TOWNSHIPS = new HashMap<>();

    static {
        for (Division division : Divisions.chongqing().all()) {
            switch (division.level()) {
                case PROVINCE -> {}
                case DISTRICT -> addDistrict(division);
                case TOWNSHIP -> addTownship(division);
            }
        }
        for (String line : Resources.lines(DivisionNames.class, "former-districts.csv")) {
            String[] cells = line.split(",", -1);
            DISTRICTS.put(cells[0], cells[1]);
        }
        for (String name : DISTRICTS.keySet()) {
            DISTRICTS_BY_START
                    .computeIfAbsent(name.substring(0, 2), start -> new ArrayList<>())
                    .add(name);
        }
        DISTRICTS_BY_START.values().forEach(names -> names.sort(LONGEST_FIRST));
    }

    private DivisionNames() {}

    /** The names of districts that may stand at this place of a text, the longest first. */
    static List<String> districtsLike(String text, int from) {
        return from + 2 > text.length()
                ? List.of()
                : DISTRICTS_BY_START.getOrDefault(text.substring(from, from + 2), List.of());
    }

    /** The code of the district that is called exactly so, else the other value. */
    static String district(String name, String otherwise) {
        return DISTRICTS.getOrDefault(name, otherwise);
    }

    /**
     * The code of the one township of a district that a name or stem means.
     *
     * @param district empty for all of Chongqing
     * @return null where there is none, or more than one
     */
    static @Nullable String township(String name, String district) {
        String found = null;
        for (String code : TOWNSHIPS.getOrDefault(name, List.of())) {
            if (code.startsWith(district)) {
                if (found != null) {
                    return null;
                }
                found = code;
            }
        }
        return found;
    }

    /** The length of a township's ending (镇, 土家族乡, 街道办事处) at this place; 0 for none. */
    static int ending(String text, int from) {
        if (from >= text.length() || ENDING_STARTS.indexOf(text.charAt(from)) < 0) {
            return 0;
        }
        int at = from;
        boolean more = true;
        while (more) {
            more = false;
            for (String group : GROUPS) {
                if (text.startsWith(group, at)) {
                    at += group.length();
                    more = true;
                    break;
                }
            }
        }
        for (String ending : ENDINGS) {
            if (text.startsWith(ending, at)) {
                return at + ending.length() - from;
            }
        }
        return 0;
    }

    private static void addDistrict(Division division) {
        String name = division.name();
        DISTRICTS.put(name, division.code());
        int stem = name.length() - (name.endsWith("自治县") ? 3 : 1);
        if (stem < 2) {
            return;
        }
        String shortName = name.substring(0, stem);
        int group = shortName.length() > 4 ? shortName.indexOf('族') : -1;
        if (group > 0) {
            // 石柱土家族自治县: every name of this kind begins with a place of two characters.
            shortName = name.substring(0, 2);
        }
        DISTRICTS.put(shortName, division.code());
        DISTRICTS.put(shortName + "县", division.code());
        DISTRICTS.put(shortName + "区", division.code());
        DISTRICTS.put(shortName + "自治县", division.code());
    }

    private static void addTownship(Division division) {
        String name = division.name();
        int stem = 2;
        while (stem < name.length() && ending(name, stem) != name.length() - stem) {
            stem++;
        }
        add(name, division.code());
        add(name.substring(0, stem), division.code());
    }

    private static void add(String name, String code) {
        TOWNSHIPS.computeIfAbsent(name, key -> new ArrayList<>(2)).add(code);
    }
}
