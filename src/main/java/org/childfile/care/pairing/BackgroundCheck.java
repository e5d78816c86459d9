package org.childfile.care.pairing;

import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childfile.settings.Section;

/**
 * When a caring mother must have been checked for criminal records.
 *
 * @param every after this time a check counts no longer
 */
record BackgroundCheck(Required required, Period every) {

    static final BackgroundCheck USUAL = new BackgroundCheck(Required.WHEN_CARRIED, Period.ofYears(1));

    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,2}) (day|month|year)s?");

    /** Of whom it is asked. */
    enum Required {
        ALWAYS,
        NEVER,
        /** Of all, once the volunteers feed has sent such a date. */
        WHEN_CARRIED
    }

    /** Reads the section of that name; a file without one asks for the usual. */
    static BackgroundCheck read(Section rules) {
        Section section = rules.section("background-check");
        return new BackgroundCheck(section.choice("required", Required.class, USUAL.required()), every(section));
    }

    private static Period every(Section section) {
        String text = section.text("every", "1 year");
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            section.problem(
                    "every", "found " + text + ", allowed is a number of days, months or years, such as 1 year");
            return USUAL.every();
        }
        int number = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "day" -> Period.ofDays(number);
            case "month" -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
    }
}
