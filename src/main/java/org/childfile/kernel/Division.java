package org.childfile.kernel;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An administrative division as in GB/T 2260 and the statistical codes below it.
 *
 * @param code 2 digits (province), 6 (district or county) or 9 (township or street)
 * @param name the Chinese name, such as {@code 万州区}
 * @param parent the code of the division above; empty for the province
 */
public record Division(String code, String name, Level level, String parent) {

    /** The code of a district. */
    public static final Pattern DISTRICT = Pattern.compile("[0-9]{6}");

    /** The code of a district, a township or a village. */
    public static final Pattern CODE = Pattern.compile(DISTRICT + "([0-9]{3}){0,2}");

    /** How deep a division lies; villages (12 digits) have codes but no names in the table that we carry. */
    public enum Level {
        PROVINCE,
        DISTRICT,
        TOWNSHIP
    }

    public Division {
        Objects.requireNonNull(level);
        if (code.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("a division needs a code and a name: " + code + " " + name);
        }
    }
}
