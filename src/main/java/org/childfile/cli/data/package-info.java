/**
 * Commands that hand data on: SQL on the published views, exports, the data dictionary.
 *
 * <p>In: a query or a view. Out: tables, CSV, Parquet. Never: a table that is not published.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.audit",
            "access.privacy",
            "access.readmodel",
            "access.rights",
            "cli.terminal",
            "database",
            "files.versions",
            "ingest.mapping",
            "kernel",
            "security",
            "storage"
        })
package org.childfile.cli.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
