package org.childfile.kernel;

import java.util.Set;

/**
 * The texts by which spreadsheets show that a formula failed, also where they were exported or pasted as text. They are
 * never a value (ECMA-376, part 1, 18.17.3, and the later additions of Excel and WPS).
 */
public final class SpreadsheetErrors {

    private static final Set<String> TEXTS = Set.of(
            "#N/A",
            "#REF!",
            "#VALUE!",
            "#DIV/0!",
            "#NAME?",
            "#NULL!",
            "#NUM!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#UNKNOWN!",
            "#BUSY!",
            "#EXTERNAL!",
            "#PYTHON!",
            "#TIMEOUT!",
            "#GETTING_DATA");

    private SpreadsheetErrors() {}

    /** Whether a cell's text is an error; {@code ####}, a number that did not fit its column, is one, too. */
    public static boolean is(String text) {
        if (text.indexOf('#') < 0) {
            return false;
        }
        String clean = text.strip();
        return TEXTS.contains(clean) || clean.length() >= 3 && clean.chars().allMatch(c -> c == '#');
    }
}
