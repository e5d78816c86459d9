package org.childfile.linkage.profiling;

import java.util.Set;
import java.util.regex.Pattern;
import org.childfile.kernel.ChineseNames;
import org.childfile.kernel.CitizenId;
import org.childfile.linkage.comparison.Cleaner;
import org.childfile.linkage.comparison.Cleaners;

/** What a value looks like, whatever its column is called. */
final class Shapes {

    private static final Pattern DATE = Pattern.compile(
            "(1[89]|20)\\d\\d([-./年 ]?)\\d{1,2}\\2?\\d{0,2}.*|\\d{1,2}[-./]\\d{1,2}[-./](1[89]|20)\\d\\d");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern DIVISION = Pattern.compile("[1-8]\\d{5}(\\d{3})?(\\d{3})?");
    private static final Pattern HAN_NAME = Pattern.compile("\\p{IsHan}{2,4}|\\p{IsHan}+[·•]\\p{IsHan}+");
    private static final Pattern HAN_ADDRESS = Pattern.compile(".*[市县区镇乡村路街组号].*");
    private static final Set<String> SHORT_NUMBERS = Set.of("0", "1", "2", "9");

    private static final Cleaner DATES = cleaner("date-as-written");
    private static final Cleaner POSSIBLE_DATES = cleaner("date");
    private static final Cleaner PHONES = cleaner("phone");
    private static final Cleaner SEXES = cleaner("sex");
    private static final Cleaner VALID_IDS = cleaner("citizen-id");
    private static final Cleaner NAMES = cleaner("name");

    private Shapes() {}

    private static Cleaner cleaner(String name) {
        return Cleaners.find(name).orElseThrow();
    }

    static boolean email(String value) {
        return value.indexOf('@') > 0;
    }

    static boolean citizenId(String value) {
        return CitizenId.FORM.matcher(value).matches();
    }

    static boolean validCitizenId(String value) {
        return VALID_IDS.clean(value) != null;
    }

    /** Written as a date, though perhaps none that can be. */
    static boolean date(String value) {
        return value.length() >= 6
                && value.length() <= 30
                && DATE.matcher(value).matches();
    }

    /** A date of the calendar that says something. */
    static boolean possibleDate(String value) {
        return POSSIBLE_DATES.clean(value) != null;
    }

    /** Written as a date, but what programs write where none is known. */
    static boolean unknownDate(String value) {
        return DATES.clean(value) == null;
    }

    static boolean phone(String value) {
        return PHONES.clean(value) != null;
    }

    static boolean sex(String value) {
        return SEXES.clean(value) != null || SHORT_NUMBERS.contains(value);
    }

    static boolean digits(String value) {
        return DIGITS.matcher(value).matches();
    }

    static boolean division(String value) {
        return DIVISION.matcher(value).matches();
    }

    static boolean han(String value) {
        return value.codePoints().anyMatch(Character::isIdeographic);
    }

    static boolean hanName(String value) {
        return HAN_NAME.matcher(value).matches() && !ChineseNames.surname(value).isEmpty();
    }

    static boolean hanAddress(String value) {
        return value.length() >= 5 && han(value) && HAN_ADDRESS.matcher(value).matches();
    }

    /** Stands where nothing is known: unknown, n/a, 未命名. */
    static boolean placeholder(String value) {
        return NAMES.clean(value) == null;
    }

    /** Letters of more than one script, of which one is Latin and not alone in a bracket or as a single letter. */
    static boolean mixedScripts(String value) {
        long latin = value.codePoints()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        boolean other = value.codePoints()
                .anyMatch(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN);
        return other && latin > 0;
    }
}
