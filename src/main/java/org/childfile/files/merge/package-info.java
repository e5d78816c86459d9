/**
 * Merging: of the values that a person's records give, the one that the profile takes, and why.
 *
 * <p>In: a person's source records, and the survivorship rules. Out: a {@link org.childfile.files.merge.Profile}, a source for
 * every value, and what disagreed. Never: I/O but for reading its rules; a value without a source.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access.erasure", "ingest.mapping", "kernel", "settings"})
package org.childfile.files.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
