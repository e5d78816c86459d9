package org.childfile.linkage.comparison;

import org.childfile.kernel.ChineseNames;

/**
 * A name as it stands in Latin letters: {@code 张小明}, {@code ZHANG Xiaoming} and {@code Xiaoming Zhang}.
 *
 * @param han whether the name itself is written in Han characters
 * @param surnameFirst the letters a to z in the order of the name; empty where a character is lost or has no reading
 * @param givenFirst the same with the first part behind the others
 */
record Romanised(boolean han, String surnameFirst, String givenFirst) {

    static Romanised of(String name) {
        boolean han = name.codePoints().anyMatch(Character::isIdeographic);
        if (han) {
            String surname = NameDerivations.pinyin(ChineseNames.surname(name));
            String whole = NameDerivations.pinyin(name);
            boolean read = !surname.isEmpty() && whole.startsWith(surname);
            String given = read ? letters(whole.substring(surname.length())) : "";
            return given.isEmpty()
                    ? new Romanised(true, "", "")
                    : new Romanised(true, letters(surname) + given, given + letters(surname));
        }
        return new Romanised(false, letters(name), "");
    }

    /** Whether the one is written in Han characters and the other how it sounds. */
    static boolean sameName(Romanised one, Romanised other) {
        if (one.han == other.han) {
            return false;
        }
        Romanised han = one.han ? one : other;
        String latin = one.han ? other.surnameFirst : one.surnameFirst;
        return !latin.isEmpty() && (latin.equals(han.surnameFirst) || latin.equals(han.givenFirst));
    }

    /** Passports write ü as u, input methods as v. */
    private static String letters(String text) {
        return Folding.latin(text).replace('v', 'u');
    }
}
