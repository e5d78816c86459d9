package org.childfile.care.pairing;

import java.util.Optional;
import org.childfile.kernel.Division;

/**
 * Where somebody lives or is listed, as far as it is known.
 *
 * @param code 6 digits (district), 9 (township) or 12 (village or community)
 * @param district the first 6
 * @param township its township, or the district where no more is known
 */
record Locality(String code, String district, String township) {

    private static final int DISTRICT = 6;
    private static final int TOWNSHIP = 9;
    private static final int VILLAGE = 12;

    private Locality(String code) {
        this(code, code.substring(0, DISTRICT), code.substring(0, Math.min(code.length(), TOWNSHIP)));
    }

    /** Empty for a code that names no district. */
    static Optional<Locality> of(String division) {
        String code = division.strip();
        if (!Division.CODE.matcher(code).matches() || code.startsWith("00", 4)) {
            return Optional.empty();
        }
        if (code.length() == VILLAGE && code.endsWith("000")) {
            code = code.substring(0, TOWNSHIP);
        }
        return Optional.of(
                new Locality(code.length() == TOWNSHIP && code.endsWith("000") ? code.substring(0, DISTRICT) : code));
    }

    boolean knowsVillage() {
        return code.length() == VILLAGE;
    }

    boolean knowsTownship() {
        return code.length() >= TOWNSHIP;
    }
}
