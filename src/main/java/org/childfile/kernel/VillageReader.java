package org.childfile.kernel;

import java.util.Set;

/** Finds village or community, and the group within it, in what follows the township of an address. */
final class VillageReader {

    private static final String[] VILLAGE_COMMITTEES = {"村民委员会", "民委员会", "村委会", "委会", "委"};
    private static final String[] COMMUNITY_COMMITTEES = {"居民委员会", "居委会", "居委"};
    private static final String[] GROUP_WORDS = {"村民小组", "居民小组", "村民组", "居民组", "小组", "组", "生产队", "社", "队"};
    private static final Set<String> NO_GROUP_NAMES = Set.of("村民", "居民", "第", "供销", "合作", "专业合作", "工作");
    private static final int LONGEST_VILLAGE = 12;
    private static final int LONGEST_GROUP_NAME = 4;
    private static final int LONGEST_NUMBER = 6;

    private final String text;
    private final boolean townshipKnown;
    private final boolean elsewhere;
    private int at;
    private String village = "";
    private String group = "";
    private String unplaced = "";

    /**
     * Reads at once.
     *
     * @param elsewhere whether the address lies in another province, so that the levels above are in the text still
     */
    VillageReader(String text, int at, boolean townshipKnown, boolean elsewhere) {
        this.text = text;
        this.at = at;
        this.townshipKnown = townshipKnown;
        this.elsewhere = elsewhere;
        readVillage();
        readGroup();
    }

    String village() {
        return village;
    }

    String group() {
        return group;
    }

    String rest() {
        return unplaced + text.substring(at);
    }

    private void readVillage() {
        int from = at;
        int end = Math.min(text.length(), at + (elsewhere ? 3 : 1) * LONGEST_VILLAGE);
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (Characters.digit(c) || c == '号') {
                return;
            }
            if (i > from) {
                int length = villageMark(i);
                if (length > 0) {
                    accept(from, i, length);
                    return;
                }
                if (upperLevel(i)) {
                    from = i + 1;
                } else if (street(i)) {
                    return;
                }
            }
        }
    }

    /** The length of what ends a village's or community's name at this place, committees included; 0 for nothing. */
    private int villageMark(int i) {
        if (i >= text.length()) {
            return 0;
        }
        return switch (text.charAt(i)) {
            case '村' -> {
                boolean groupWord = text.startsWith("民小组", i + 1) || text.startsWith("民组", i + 1);
                boolean doubled =
                        text.startsWith("村", i + 1) && !text.startsWith("村民", i + 1) && !text.startsWith("村委", i + 1);
                yield groupWord || doubled ? 0 : 1 + AddressReader.longest(text, i + 1, VILLAGE_COMMITTEES);
            }
            case '社' -> text.startsWith("区", i + 1) ? 2 + AddressReader.longest(text, i + 2, COMMUNITY_COMMITTEES) : 0;
            case '居' -> AddressReader.longest(text, i, COMMUNITY_COMMITTEES);
            default -> 0;
        };
    }

    private void accept(int from, int mark, int length) {
        int end = mark + length;
        boolean ofVillage = text.charAt(mark) == '村';
        // 杨家村社区: a village that became a community and kept its name.
        int community = ofVillage && !text.startsWith("村", end) ? villageMark(end) : 0;
        village = community > 0
                ? text.substring(from, end) + "社区"
                : text.substring(from, mark) + (ofVillage ? "村" : "社区");
        unplaced = text.substring(at, from);
        at = end + community;
    }

    /** Whether a township, or elsewhere any level, ends here that is not in our table. */
    private boolean upperLevel(int i) {
        if (townshipKnown || villageMark(i + 1) > 0) {
            return false;
        }
        return switch (text.charAt(i)) {
            case '镇', '乡', '区', '县' -> true;
            case '道' -> text.charAt(i - 1) == '街';
            case '省', '市', '州' -> elsewhere;
            default -> false;
        };
    }

    /** Whether a street or a building ends here, and so no village follows. */
    private boolean street(int i) {
        boolean ends = switch (text.charAt(i)) {
            case '路', '街', '巷', '栋', '幢' -> true;
            case '道' -> text.charAt(i - 1) == '大';
            default -> false;
        };
        boolean partOfName = text.startsWith("口", i + 1) || text.startsWith("道", i + 1);
        return ends && !partOfName && DivisionNames.ending(text, i + 1) == 0 && villageMark(i + 1) == 0;
    }

    private void readGroup() {
        int from = at + (text.startsWith("第", at) ? 1 : 0);
        int end = from;
        while (end < text.length() && end - from < LONGEST_NUMBER && numeral(text.charAt(end))) {
            end++;
        }
        int word = end > from ? groupWord(end) : 0;
        if (word > 0) {
            group = Integer.toString(Numerals.value(text.substring(from, end)));
            at = end + word;
        } else if (!village.isEmpty()) {
            readNamedGroup();
        }
    }

    private void readNamedGroup() {
        for (int i = at; i < text.length() && i - at <= LONGEST_GROUP_NAME; i++) {
            int word = i > at ? groupWord(i) : 0;
            if (word > 0) {
                String name = text.substring(at, i);
                if (!NO_GROUP_NAMES.contains(name)) {
                    group = name;
                    at = i + word;
                }
                return;
            }
            if (!Characters.han(text.charAt(i))) {
                return;
            }
        }
    }

    private int groupWord(int i) {
        int length = AddressReader.longest(text, i, GROUP_WORDS);
        // 3社区 is a community, 2组团 a block of flats.
        boolean other = length == 1 && (text.startsWith("社区", i) || text.startsWith("组团", i));
        return other ? 0 : length;
    }

    private static boolean numeral(char c) {
        return Characters.digit(c) || Numerals.han(c);
    }
}
