package org.childfile.pairing;

import java.util.Optional;

/**
 * Where somebody lives or is listed, as far as it is known.
 *
 * @param code 6 digits (district), 9 (township) or 12 (village or community)
 */
record Place(String code) {

    private static final int DISTRICT = 6;
    private static final int TOWNSHIP = 9;
    private static final int VILLAGE = 12;

    /** Empty for a code that names no district. */
    static Optional<Place> of(String division) {
        String code = division.strip();
        if (!code.matches("[0-9]{6}([0-9]{3}){0,2}") || code.startsWith("00", 4)) {
            return Optional.empty();
        }
        if (code.length() == VILLAGE && code.endsWith("000")) {
            code = code.substring(0, TOWNSHIP);
        }
        return Optional.of(
                new Place(code.length() == TOWNSHIP && code.endsWith("000") ? code.substring(0, DISTRICT) : code));
    }

    String district() {
        return code.substring(0, DISTRICT);
    }

    /** Its township, or the district where no more is known. */
    String township() {
        return code.length() < TOWNSHIP ? code : code.substring(0, TOWNSHIP);
    }

    boolean knowsVillage() {
        return code.length() == VILLAGE;
    }

    boolean knowsTownship() {
        return code.length() >= TOWNSHIP;
    }
}
