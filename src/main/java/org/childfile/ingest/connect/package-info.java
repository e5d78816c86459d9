/**
 * The departments' feeds fetched: Camel routes, credentials and tokens, pages, files of folders and SFTP.
 *
 * <p>In: connector files, the environment, the departments' answers. Out: a pull, which is
 * complete or fails as a whole, as a stream of {@link org.childfile.ingest.format.RawRecord}s. Never: the database, the meaning of
 * a field, a whole feed in memory.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"ingest.connector", "ingest.format", "kernel"})
package org.childfile.ingest.connect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
