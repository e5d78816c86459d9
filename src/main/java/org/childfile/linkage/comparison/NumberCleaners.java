package org.childfile.linkage.comparison;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.childfile.kernel.CitizenIdReader;
import org.childfile.kernel.CitizenIdReading;
import org.childfile.kernel.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** Cleaners of numbers: those that name something, and quantities. */
final class NumberCleaners {

    private static final int SHORTEST_ID = 15;
    private static final Pattern QUANTITY =
            Pattern.compile("[+-]?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})(\\.[0-9]{1,15})?");

    private NumberCleaners() {}

    static Catalogue<Cleaner> all() {
        return new Catalogue<Cleaner>()
                .plain("citizen-id", cell -> id(cell, true, false))
                .plain("citizen-id-in-doubt", cell -> id(cell, false, true))
                .plain("citizen-id-as-given", cell -> id(cell, true, true))
                .plain("phone", cell -> PhoneNumbers.normalise(cell).orElse(null))
                .plain("digits", NumberCleaners::digits)
                .plain("number", NumberCleaners::number);
    }

    /**
     * A citizen id number of 18 characters, one of 15 brought into that form.
     *
     * @param valid whether to give valid numbers
     * @param inDoubt whether to give others as they stand, at least 15 characters long and not all the same
     */
    private static @Nullable String id(String cell, boolean valid, boolean inDoubt) {
        return switch (CitizenIdReader.read(cell)) {
            case CitizenIdReading.Valid sound -> valid ? sound.id().number() : null;
            case CitizenIdReading.Invalid doubtful -> inDoubt && tells(doubtful.asGiven()) ? doubtful.asGiven() : null;
        };
    }

    private static boolean tells(String number) {
        return number.length() >= SHORTEST_ID && number.chars().distinct().count() > 2;
    }

    /** The digits alone, in half width; null where there is none or all are zeros. */
    private static @Nullable String digits(String cell) {
        String digits = NumberDerivations.digits(cell);
        return digits.chars().allMatch(c -> c == '0') ? null : digits;
    }

    /** A decimal number without needless zeros; commas may part thousands. Null for anything else. */
    private static @Nullable String number(String cell) {
        String text = Folding.blanks(cell).replace(" ", "");
        if (!QUANTITY.matcher(text).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(text.replace(",", ""));
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
