package org.childfile.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Takes one address apart from left to right: province, district, township, then what {@link VillageReader} finds. Any
 * level may be missing; what cannot be placed goes to the rest. About a microsecond an address, so no regular
 * expressions.
 */
final class AddressReader {

    private static final String[] OTHER_PROVINCES = {
        "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东",
        "河南", "湖北", "湖南", "广东", "广西", "海南", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "四川"
    };
    private static final String[] PROVINCE_ENDINGS = {"省", "市", "自治区", "回族自治区", "壮族自治区", "维吾尔自治区"};
    private static final String[] ZONES = {"两江新区", "高新技术产业开发区", "高新区", "经济技术开发区", "经开区", "北部新区"};
    /** What turns a short name of a district or township into the name of something else. */
    private static final String[] NO_DIVISION = {
        "村", "社", "居", "路", "街", "镇", "乡", "道", "巷", "组", "号", "场", "坝", "大道", "小区", "小学", "新村", "新区"
    };
    /** How far from the start 重庆市 may stand, as in 户籍地:重庆市. */
    private static final int LONGEST_PREFIX = 6;

    private final String raw;
    private final String text;
    private int at;
    private boolean elsewhere;
    private String district = "";
    private String township = "";

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
        VillageReader below = new VillageReader(text, at, !township.isEmpty(), elsewhere);
        return new Address(raw, district, township, below.village(), below.group(), below.rest());
    }

    private void province() {
        int named = text.indexOf("重庆市");
        if (named > 0 && named <= LONGEST_PREFIX) {
            at = named;
        }
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
            if (text.startsWith(province)) {
                elsewhere = longest(text, province.length(), PROVINCE_ENDINGS) > 0;
                return;
            }
        }
    }

    private void district() {
        int length = districtLength();
        while (length > 0) {
            String name = text.substring(at, at + length);
            String code = DivisionNames.district(name, district);
            // 涪陵市 and 万县市 had counties below them (涪陵市垫江县); 万盛 is a zone within 綦江.
            boolean deeper = district.isEmpty() || code.equals(district) || text.charAt(at - 1) == '市';
            if (!deeper) {
                break;
            }
            district = code;
            at += length;
            length = districtLength();
        }
        at += longest(text, at, ZONES);
    }

    private int districtLength() {
        for (String name : DivisionNames.districtsLike(text, at)) {
            if (text.startsWith(name, at) && districtEnds(at + name.length(), DivisionNames.district(name, ""))) {
                return name.length();
            }
        }
        return 0;
    }

    /** Whether a name is the district's: a short one is not in 江北街道, 大足路 and 长寿湖镇. */
    private boolean districtEnds(int end, String code) {
        char last = text.charAt(end - 1);
        if (last == '区' || last == '县' || last == '市') {
            return true;
        }
        if (!district.isEmpty()) {
            return false;
        }
        boolean otherName = longest(text, end, NO_DIVISION) > 0 || townshipEnd(at, "") > end;
        return end == text.length() || !otherName || townshipEnd(end, code) > 0;
    }

    private void township() {
        int end = townshipEnd(at, district);
        if (end > 0) {
            place(townshipOf(at, end, district), end);
            return;
        }
        int longest = Math.min(DivisionNames.LONGEST_STEM, text.length() - at);
        for (int length = longest; length >= 2 && !district.isEmpty(); length--) {
            end = at + length;
            String code = DivisionNames.township(text.substring(at, end), district);
            if (code != null && longest(text, end, NO_DIVISION) == 0) {
                place(code, end);
                return;
            }
        }
    }

    /** Where the name of a township with its ending ends that begins here; 0 for none. */
    private int townshipEnd(int from, String within) {
        for (int length = Math.min(DivisionNames.LONGEST_STEM, text.length() - from); length >= 2; length--) {
            int ending = DivisionNames.ending(text, from + length);
            if (ending > 0 && townshipOf(from, from + length + ending, within) != null) {
                return from + length + ending;
            }
        }
        return 0;
    }

    /** By the whole name, else by its stem: a township may have become a town, and a town a street. */
    private @Nullable String townshipOf(int from, int end, String within) {
        String code = DivisionNames.township(text.substring(from, end), within);
        for (int stem = end - 1; code == null && stem >= from + 2; stem--) {
            if (DivisionNames.ending(text, stem) == end - stem) {
                code = DivisionNames.township(text.substring(from, stem), within);
            }
        }
        return code;
    }

    private void place(@Nullable String code, int end) {
        if (code != null) {
            township = code;
            district = code.substring(0, 6);
            at = end;
        }
    }

    private boolean skip(String word) {
        boolean found = text.startsWith(word, at);
        at += found ? word.length() : 0;
        return found;
    }

    /** The length of the first of these words that stands here; 0 for none. */
    static int longest(String text, int from, String[] words) {
        for (String word : words) {
            if (text.startsWith(word, from)) {
                return word.length();
            }
        }
        return 0;
    }

    private static String plain(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = HanTable.simplified(Characters.narrow(raw.charAt(i)));
            boolean dropped = Characters.blankOrInvisible(c) || ",、。|/".indexOf(c) >= 0;
            boolean mark = c == '.' || Characters.dash(c);
            if (!dropped && !(mark && betweenLevels(raw, i))) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Whether a dash or point parts two levels, and not the numbers of a room (2-1). */
    private static boolean betweenLevels(String raw, int i) {
        return i == 0 || i == raw.length() - 1 || Characters.han(raw.charAt(i - 1));
    }
}
