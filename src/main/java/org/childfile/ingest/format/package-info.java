/**
 * The formats of feeds: CSV, workbooks, JSON and XML in any encoding, cut into records with their bytes.
 *
 * <p>In: the bytes of a file or of a page. Out: {@link org.childfile.ingest.format.RawRecord}s, and what cannot be read
 * as one. Never: the meaning of a field, a whole feed in memory.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access.privacy", "ingest.connector", "kernel"})
package org.childfile.ingest.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
