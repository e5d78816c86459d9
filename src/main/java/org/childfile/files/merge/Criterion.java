package org.childfile.files.merge;

/** By what one value is preferred to another. */
enum Criterion {
    /** A sound value before one in doubt. */
    VALIDITY,
    /** The value that more records give. */
    MAJORITY,
    /** The feed that stands earlier in the attribute's order. */
    ORDER,
    /** The record with the later update stamp. */
    RECENCY;

    String written() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
