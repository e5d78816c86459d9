/**
 * Mapping: the departments' fields become standard source records.
 *
 * <p>In: landed records that are pending, and mapping files. Out: {@code mapping.source_record}, each value normalised and
 * with its raw text, or an entry of the quarantine. Never: two records compared.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.erasure",
            "access.privacy",
            "database",
            "ingest.connector",
            "ingest.format",
            "ingest.landing",
            "kernel",
            "settings"
        })
package org.childfile.ingest.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
