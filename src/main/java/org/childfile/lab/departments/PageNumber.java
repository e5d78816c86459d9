package org.childfile.lab.departments;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which page a request asks for. */
final class PageNumber {

    private static final Pattern NUMBER = Pattern.compile("(?<=[?&])(page|pageNo)=([0-9]+)");
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=[^&]");

    private PageNumber() {}

    /** From 1; 2 stands for any page behind a cursor. */
    static int of(String pathAndQuery) {
        Matcher number = NUMBER.matcher(pathAndQuery);
        if (number.find()) {
            return Integer.parseInt(number.group(2));
        }
        return CURSOR.matcher(pathAndQuery).find() ? 2 : 1;
    }

    /** The same request for another page. */
    static String with(String pathAndQuery, int page) {
        return NUMBER.matcher(pathAndQuery).replaceFirst("$1=" + page);
    }
}
