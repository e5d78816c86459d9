package org.childfile.files.identity;

import org.childfile.kernel.SourceKey;

/** A source record as linkage names it; what it says is a row of a {@link LinkTable}. */
record LinkRecord(long recordId, SourceKey key) {}
