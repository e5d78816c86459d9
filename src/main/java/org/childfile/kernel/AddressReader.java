package org.childfile.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Takes one address apart from left to right: province, district, township, village, group, rest. Any level may be
 * missing; what cannot be placed goes to the rest. Reads an address in about a microsecond, so no regular expressions.
 */
final class AddressReader {

    private static final String[] OTHER_PROVINCES = {
        "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东",
        "河南", "湖北", "湖南", "广东", "广西", "海南", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "四川"
    };
    private static final String[] ZONES = {"两江新区", "高新技术产业开发区", "高新区", "经济技术开发区", "经开区", "北部新区"};
    private static final String[] VILLAGE_COMMITTEES = {"民委员会", "委会", "委"};
    private static final String[] COMMUNITY_COMMITTEES = {"居民委员会", "居委会", "居委"};
    private static final String[] GROUP_WORDS = {"村民小组", "居民小组", "村民组", "居民组", "小组", "组", "生产队", "社", "队"};
    private static final int LONGEST_VILLAGE = 12;
    private static final int LONGEST_GROUP_NAME = 4;

    private final String raw;
    private final String text;
    private int at;
    private boolean elsewhere;
    private String district = "";
    private String township = "";
    private String village = "";
    private String group = "";
    private String unplaced = "";

    AddressReader(String raw) {
        this.raw = raw;
        this.text = plain(raw);
    }

    Address read() {
        province();
        if (!elsewhere) {
            district();
            township();
        }
        village();
        group();
        return new Address(raw, district, township, village, group, unplaced + text.substring(at));
    }

    private void province() {
        skip("中国");
        if (skip("重庆")) {
            skip("市");
            // The register writes its second level out: 重庆市市辖区万州区, 重庆市县丰都县.
            if (!skip("市辖区")) {
                skip("县");
            }
            return;
        }
        if (text.startsWith("四川省")) {
            // Chongqing was a part of Sichuan until 1997; whoever names no district of ours is of today's Sichuan.
            at = 3;
            district();
            elsewhere = district.isEmpty();
            at = elsewhere ? 0 : at;
            return;
        }
        for (String province : OTHER_PROVINCES) {
            if (text.startsWith(province) && provinceEnds(province.length())) {
                elsewhere = true;
                return;
            }
        }
    }

    private boolean provinceEnds(int end) {
        return text.startsWith("省", end)
                || text.startsWith("市", end)
                || text.indexOf("自治区", end) == end
                || text.startsWith("回族自治区", end)
                || text.startsWith("壮族自治区", end)
                || text.startsWith("维吾尔", end);
    }

    private void district() {
        if (!district.isEmpty()) {
            return;
        }
        for (int length = Math.min(DivisionNames.LONGEST_DISTRICT, text.length() - at); length >= 2; length--) {
            String code = DivisionNames.district(text.substring(at, at + length));
            if (code != null && districtEnds(at + length)) {
                district = code;
                at += length;
                break;
            }
        }
        for (String zone : ZONES) {
            if (skip(zone)) {
                break;
            }
        }
    }

    /** Whether a short name is the district's: 江北街道 and 大足路 are not. */
    private boolean districtEnds(int end) {
        char last = text.charAt(end - 1);
        if (last == '区' || last == '县' || last == '市' || end == text.length()) {
            return true;
        }
        return DivisionNames.ending(text, end) == 0 && "村社居路街大道巷组号场坝".indexOf(text.charAt(end)) < 0;
    }

    private void township() {
        int longest = Math.min(DivisionNames.LONGEST_STEM, text.length() - at);
        for (int length = longest; length >= 2; length--) {
            int ending = DivisionNames.ending(text, at + length);
            if (ending > 0 && place(townshipNamed(length, ending), length + ending)) {
                return;
            }
        }
        for (int length = longest; length >= 2 && !district.isEmpty(); length--) {
            String stem = text.substring(at, at + length);
            int end = at + length;
            boolean whole = end == text.length() || "村社居路街大道巷组号场坝小新".indexOf(text.charAt(end)) < 0;
            if (whole && place(DivisionNames.township(stem, district), length)) {
                return;
            }
        }
    }

    private @Nullable String townshipNamed(int length, int ending) {
        String code = DivisionNames.township(text.substring(at, at + length + ending), district);
        return code != null ? code : DivisionNames.township(text.substring(at, at + length), district);
    }

    private boolean place(@Nullable String code, int length) {
        if (code == null) {
            return false;
        }
        township = code;
        district = code.substring(0, 6);
        at += length;
        return true;
    }

    private void village() {
        int from = at;
        int end = Math.min(text.length(), at + (elsewhere ? 3 : 1) * LONGEST_VILLAGE);
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (Characters.digit(c) || c == '号') {
                return;
            }
            int length = i > from ? villageMark(i) : 0;
            if (length > 0) {
                accept(from, i, length);
                return;
            }
            if (upperLevel(i) && i > from) {
                from = i + 1;
            } else if (i > from && "路街道巷栋幢".indexOf(c) >= 0 && !text.startsWith("口", i + 1)) {
                if (villageMark(i + 1) == 0) {
                    return;
                }
            }
        }
    }

    /** Whether a township, or elsewhere any level, ends here that is not in our table. */
    private boolean upperLevel(int i) {
        if (!township.isEmpty() || villageMark(i + 1) > 0) {
            return false;
        }
        char c = text.charAt(i);
        return c == '镇'
                || c == '乡'
                || (c == '道' && text.charAt(i - (i > 0 ? 1 : 0)) == '街')
                || c == '区'
                || c == '县'
                || (elsewhere && (c == '省' || c == '市' || c == '州'));
    }

    /** The length of what ends a village's or community's name at this place, committees included; 0 for nothing. */
    private int villageMark(int i) {
        if (i >= text.length()) {
            return 0;
        }
        char c = text.charAt(i);
        if (c == '村') {
            boolean groupWord = text.startsWith("民小组", i + 1) || text.startsWith("民组", i + 1);
            boolean doubled = text.startsWith("村", i + 1) && !text.startsWith("村民小组", i + 1);
            return groupWord || doubled ? 0 : 1 + longest(VILLAGE_COMMITTEES, i + 1);
        }
        if (c == '社') {
            return text.startsWith("区", i + 1) ? 2 + longest(COMMUNITY_COMMITTEES, i + 2) : 0;
        }
        return c == '居' ? longest(COMMUNITY_COMMITTEES, i) : 0;
    }

    private void accept(int from, int mark, int length) {
        int end = mark + length;
        boolean ofVillage = text.charAt(mark) == '村';
        int community = ofVillage ? villageMark(end) : 0;
        if (community > 0 && text.charAt(end) != '村') {
            village = text.substring(from, end) + "社区";
            end += community;
        } else {
            village = text.substring(from, mark) + (ofVillage ? "村" : "社区");
        }
        unplaced = text.substring(at, from);
        at = end;
    }

    private int longest(String[] words, int from) {
        for (String word : words) {
            if (text.startsWith(word, from)) {
                return word.length();
            }
        }
        return 0;
    }

    private void group() {
        int from = at + (text.startsWith("第", at) ? 1 : 0);
        int end = from;
        while (end < text.length() && end - from < 6 && numeral(text.charAt(end))) {
            end++;
        }
        int word = end > from ? groupWord(end) : 0;
        if (word > 0) {
            group = Integer.toString(Numerals.value(text.substring(from, end)));
            at = end + word;
            return;
        }
        for (int i = at + 1; !village.isEmpty() && i < text.length() && i - at <= LONGEST_GROUP_NAME; i++) {
            if (!Characters.han(text.charAt(i - 1))) {
                return;
            }
            word = groupWord(i);
            if (word > 0) {
                group = text.substring(at, i);
                at = i + word;
                return;
            }
        }
    }

    private int groupWord(int i) {
        int length = longest(GROUP_WORDS, i);
        // 3社区 is a community, 2组团 a block of flats.
        boolean other = length == 1 && (text.startsWith("社区", i) || text.startsWith("组团", i));
        return other ? 0 : length;
    }

    private static boolean numeral(char c) {
        return Characters.digit(c) || Numerals.han(c);
    }

    private boolean skip(String word) {
        boolean found = text.startsWith(word, at);
        at += found ? word.length() : 0;
        return found;
    }

    private static String plain(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = HanTable.simplified(Characters.narrow(raw.charAt(i)));
            boolean dropped = Characters.blankOrInvisible(c)
                    || c == ','
                    || c == '、'
                    || c == '。'
                    || c == '|'
                    || ((c == '/' || c == '.' || Characters.dash(c)) && betweenLevels(raw, i));
            if (!dropped) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean betweenLevels(String raw, int i) {
        boolean edge = i == 0 || i == raw.length() - 1;
        return edge || (Characters.han(raw.charAt(i - 1)) && Characters.han(raw.charAt(i + 1)));
    }
}
