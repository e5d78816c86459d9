package org.childfile.care.help;

import java.util.Arrays;
import java.util.Optional;

/** What a call for help is about, as the feed of care records writes it. */
public enum Kind {
    ILLNESS,
    SCHOOLING,
    HARDSHIP,
    INSURANCE,
    /** Goes by the mandatory-reporting route, at once (Law on the Protection of Minors, art. 11). */
    ABUSE;

    /** Empty for a word that is none. */
    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(word)).findFirst();
    }

    public boolean urgent() {
        return this == ABUSE;
    }
}
