/**
 * The landing zone: every record as it came, all of a pull or nothing of it.
 *
 * <p>In: {@link org.childfile.ingest.connect.Acquisition}'s records. Out: {@code landing.pull}, {@code landing.record},
 * {@code landing.current} (the record in force for each key) and {@code landing.quarantine}. Never: the meaning of a
 * field; a record dropped.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.erasure",
            "access.privacy",
            "database",
            "ingest.connect",
            "ingest.connector",
            "ingest.format",
            "kernel"
        })
package org.childfile.ingest.landing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
