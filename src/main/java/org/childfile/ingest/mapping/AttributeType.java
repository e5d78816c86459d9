package org.childfile.ingest.mapping;

/** What a value of an attribute is, and how it stands in JSON. */
public enum AttributeType {
    /** A string. */
    TEXT,
    /** A string {@code yyyy-MM-dd}; in doubt {@code yyyy-MM} where only the month is known. */
    DATE,
    /** {@code true} or {@code false}. */
    FLAG,
    /** A number without fraction. */
    INTEGER,
    /** A list of strings. */
    TEXTS,
    /** An object of strings: an address taken apart. */
    OBJECT
}
