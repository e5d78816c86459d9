package org.childfile.files.digitalfile;

import java.util.Locale;

/** A grade of risk, the mildest first. */
enum Grade {
    GREEN,
    YELLOW,
    RED;

    /** As files and tables write it. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
