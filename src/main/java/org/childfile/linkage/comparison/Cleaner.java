package org.childfile.linkage.comparison;

import org.jspecify.annotations.Nullable;

/** Reads the cell of any table into a value fit for comparing. Never throws. Stateless. */
public interface Cleaner {

    /** The value; null where the cell is no evidence: blank, a placeholder, or no value of this kind. */
    @Nullable
    String clean(String cell);
}
