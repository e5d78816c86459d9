package org.childfile.files.digitalfile;

/** Sensitive values about one child, as evidence keeps them: sealed, the same each time. */
interface SealedFacts {

    /** A text in which what is sealed is opened. */
    String clear(String text);

    /** A text of an attribute, sealed. */
    String seal(String attribute, String text);
}
