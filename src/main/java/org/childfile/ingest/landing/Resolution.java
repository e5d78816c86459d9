package org.childfile.ingest.landing;

import java.util.Locale;

/** How an entry of the quarantine was closed. */
enum Resolution {
    /** Its key came sound. */
    CLEAN,
    /** It is in its feed no more. */
    GONE,
    /** Another record of its key, or the same with another mapping, was mapped. */
    MAPPED,
    /** A person put it away, with a reason. */
    DISMISSED,
    /** The held pull that brought it was rejected. */
    REJECTED;

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
