package org.childfile.access.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the access log was at some moment: kept apart from it, an anchor shows when rows are taken from its end.
 *
 * @param keptIn the run that wrote it down; empty for the log's own head, and for one that was kept elsewhere
 * @param count how many rows there were
 * @param hash the hash of the last one in hexadecimal digits; empty where there was none
 */
public record Anchor(String keptIn, long count, String hash) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /** {@code 1204:9f86…}, as {@link #written} gives it. */
    public static Anchor parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "an anchor is a count, a colon and 64 hexadecimal digits, as childfile audit verify prints it");
        }
        return new Anchor("", Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    /** The count, a colon and the hash. */
    public String written() {
        return count + ":" + hash;
    }
}
