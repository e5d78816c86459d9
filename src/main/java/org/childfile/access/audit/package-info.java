/**
 * The access log: who read whom, which attributes, for what purpose, when, through which door.
 *
 * <p>In: accesses, from every door that shows a person's values. Out: {@code audit.access}, a chain of hashes in which a
 * removal shows; its proof; the yearly report. Never: a value of a person.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.privacy",
            "database",
            "ingest.connector",
            "kernel",
            "outbound",
            "settings",
            "storage"
        })
package org.childfile.access.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
