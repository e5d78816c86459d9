package org.childfile.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A valid citizen id number (公民身份号码), GB 11643-1999: 6 digits of division, 8 of date of birth, 3 of order (odd for a
 * male, even for a female) and a check character (ISO 7064 MOD 11-2).
 *
 * <p>{@link CitizenIdReader} reads numbers as departments write them; this value holds only valid ones, upper case.
 *
 * @param number 18 characters, the last a digit or {@code X}
 */
public record CitizenId(String number) {

    /** The form of a number of 18 characters, or of one of 15 as they were until 1999; nothing about its check or its date. */
    public static final Pattern FORM = Pattern.compile("[0-9]{15}|[0-9]{17}[0-9Xx]");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public CitizenId {
        if (number.length() != 18 || number.charAt(17) != checkCharacter(number)) {
            throw new IllegalArgumentException("no valid citizen id number: " + number.length() + " characters");
        }
        birthDateOf(number);
    }

    /** The check character for the first 17 digits of {@code number}. */
    public static char checkCharacter(CharSequence number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("an id number has 17 digits before its check character");
            }
            sum += digit * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /** The six digits of the division of first registration, valid at that time. */
    public String division() {
        return number.substring(0, 6);
    }

    public LocalDate birthDate() {
        return birthDateOf(number);
    }

    public Sex sex() {
        return (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    private static LocalDate birthDateOf(String number) {
        try {
            return LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("an id number holds a date of birth that is none", e);
        }
    }
}
