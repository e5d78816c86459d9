package org.childfile.linkage.comparison;

import java.util.Locale;
import org.childfile.kernel.Address;
import org.childfile.kernel.Sex;
import org.jspecify.annotations.Nullable;

/** Cleaners of what stands for one of few things. */
final class CodeCleaners {

    private static final int SHORTEST_DIVISION = 6;

    private CodeCleaners() {}

    static Catalogue<Cleaner> all() {
        return new Catalogue<Cleaner>()
                .plain("division", CodeCleaners::division)
                .plain("sex", CodeCleaners::sex)
                .plain("flag", CodeCleaners::flag);
    }

    /**
     * A code of 6, 9 or 12 digits, zeros of levels that are not given left out (500101000000 is 500101); the code of a
     * name or address of Chongqing, as deep as it goes. Null for anything else.
     */
    private static @Nullable String division(String cell) {
        String text = Folding.blanks(cell).replace(" ", "");
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return code(text);
        }
        Address address = Address.parse(text);
        return TextCleaners.orNull(address.townshipCode().isEmpty() ? address.districtCode() : address.townshipCode());
    }

    private static @Nullable String code(String digits) {
        int length = digits.length();
        if (length != SHORTEST_DIVISION && length != 9 && length != 12) {
            return null;
        }
        while (length > SHORTEST_DIVISION && digits.startsWith("000", length - 3)) {
            length -= 3;
        }
        return digits.startsWith("000") ? null : digits.substring(0, length);
    }

    /** The code of {@link Sex} for man or woman; null for anything else, as not known is no evidence. */
    private static @Nullable String sex(String cell) {
        return switch (Folding.words(cell)) {
            case "1", "男", "男性", "m", "male", "man", "boy" -> Sex.MALE.code();
            case "2", "女", "女性", "f", "female", "woman", "girl" -> Sex.FEMALE.code();
            default -> null;
        };
    }

    /** {@code 1} for yes and {@code 0} for no; null for anything else. */
    private static @Nullable String flag(String cell) {
        return switch (Folding.blanks(cell).toLowerCase(Locale.ROOT)) {
            case "1", "是", "有", "true", "t", "y", "yes" -> "1";
            case "0", "否", "无", "没有", "false", "f", "n", "no" -> "0";
            default -> null;
        };
    }
}
