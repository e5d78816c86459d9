package org.childfile.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;

/**
 * How far somebody has read the changes: behind which change of which batch. Written {@code POSITION-NUMBER}; to those who
 * follow it is a token without meaning.
 */
record ChangeCursor(long position, long number) implements Comparable<ChangeCursor> {

    static final ChangeCursor BEGINNING = new ChangeCursor(0, 0);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    static ChangeCursor of(String token) {
        Matcher parts = FORM.matcher(token);
        if (!parts.matches()) {
            throw new Refused(Refusal.INVALID_CURSOR);
        }
        return new ChangeCursor(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    @Override
    public int compareTo(ChangeCursor other) {
        int positions = Long.compare(position, other.position);
        return positions != 0 ? positions : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return position + "-" + number;
    }
}
