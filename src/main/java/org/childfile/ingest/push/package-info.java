/**
 * What departments push: the check of its signature, a bounded inbox, and a receipt for each push.
 *
 * <p>In: bodies in a feed's own format. Out: {@code landing.push}, and batches of records that
 * {@link org.childfile.ingest.landing.Landing} lands. Never: the work of a stage; nothing here says that a record is gone
 * because it was not pushed. {@link org.childfile.ingest.push.Inbox} is where to begin reading.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.privacy",
            "database",
            "ingest.connect",
            "ingest.connector",
            "ingest.format",
            "ingest.landing",
            "settings"
        })
package org.childfile.ingest.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
