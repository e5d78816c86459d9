package org.childfile.ingest.mapping;

import org.childfile.ingest.format.Unusable;
import org.jspecify.annotations.Nullable;

/** What a normaliser made of a text. */
sealed interface Reading {

    /** A value that can be used: a String, Boolean, Integer or {@code Map<String, String>}. */
    record Sound(Object value) implements Reading {}

    /** A value that is kept (null: only its raw text is) but is no evidence; the doubt is a stable code. */
    record Doubtful(@Nullable Object value, String doubt) implements Reading {}

    /** A text that can be no value of this kind. */
    record Bad(Unusable.Reason reason) implements Reading {}
}
