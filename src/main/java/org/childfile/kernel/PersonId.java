package org.childfile.kernel;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a linked person: {@code C} (child) or {@code V} (volunteer) and a UUID version 7 (RFC 9562).
 *
 * <p>The id is a pure function of the day on which the person was first seen and of the record that founded it, so that
 * a run repeated gives the same ids: the UUID's 48 bits of time are the start of that day in Asia/Shanghai, its 74
 * random bits the first ones of SHA-256 over feed, NUL and key.
 *
 * @param value 37 characters, such as {@code C019a9dc1-8c00-7…}
 */
public record PersonId(String value) implements Comparable<PersonId> {

    public static final char CHILD = 'C';
    public static final char VOLUNTEER = 'V';

    /** How the id of a child is written; which version its UUID has is not asked. */
    public static final Pattern OF_CHILD = form("C");

    /** How the id of a volunteer is written. */
    public static final Pattern OF_VOLUNTEER = form("V");

    /** How the id of a person is written. */
    public static final Pattern OF_PERSON = form("[CV]");

    /** An id somewhere in a text, in whatever case its digits are. */
    public static final Pattern IN_TEXT =
            Pattern.compile("[CV]\\p{XDigit}{8}-\\p{XDigit}{4}-7\\p{XDigit}{3}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    public PersonId {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("a person id is C or V and a UUID version 7, not: " + value);
        }
    }

    /** The id of the person that {@code founder} founded on {@code day} (1970 or later). */
    public static PersonId derive(char population, LocalDate day, SourceKey founder) {
        long millis = day.atStartOfDay(CityTime.ZONE).toInstant().toEpochMilli();
        if (millis < 0) {
            throw new IllegalArgumentException("no UUID version 7 for a day before 1970: " + day);
        }
        ByteBuffer random = ByteBuffer.wrap(Sha256.of(founder.feed() + '\0' + founder.key()));
        long high = (millis << 16) | 0x7000L | (random.getShort() & 0x0FFFL);
        long low = (random.getLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new PersonId(population + new UUID(high, low).toString());
    }

    /** {@link #CHILD} or {@link #VOLUNTEER}. */
    public char population() {
        return value.charAt(0);
    }

    public UUID uuid() {
        return UUID.fromString(value.substring(1));
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Pattern form(String population) {
        return Pattern.compile(population + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static boolean wellFormed(String value) {
        if (value.length() != 37 || (value.charAt(0) != CHILD && value.charAt(0) != VOLUNTEER)) {
            return false;
        }
        for (int i = 1; i < 37; i++) {
            char c = value.charAt(i);
            boolean fits = switch (i) {
                case 9, 14, 19, 24 -> c == '-';
                case 15 -> c == '7';
                case 20 -> c == '8' || c == '9' || c == 'a' || c == 'b';
                default -> Characters.digit(c) || (c >= 'a' && c <= 'f');
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
