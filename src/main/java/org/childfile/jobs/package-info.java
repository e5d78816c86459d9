/**
 * The order of the stages, as restartable Spring Batch jobs, and their schedule.
 *
 * <p>In: every stage. Out: {@code ops.run}, {@code ops.stage}, the run's report. Never: the work of a stage.
 * {@link org.childfile.jobs.NightlyRun} is where to begin reading.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.audit",
            "access.compliance",
            "access.erasure",
            "access.keys",
            "access.privacy",
            "access.rights",
            "care.coverage",
            "care.duties",
            "care.help",
            "care.pairing",
            "care.rectification",
            "database",
            "files.digitalfile",
            "files.identity",
            "files.merge",
            "files.versions",
            "ingest.connect",
            "ingest.connector",
            "ingest.landing",
            "ingest.mapping",
            "ingest.push",
            "kernel",
            "outbound",
            "settings",
            "storage"
        })
package org.childfile.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
