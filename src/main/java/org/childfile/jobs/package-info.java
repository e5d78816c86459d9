/**
 * The order of the stages, as restartable Spring Batch jobs, and their schedule.
 *
 * <p>In: every stage. Out: {@code ops.run}, {@code ops.stage}, the run's report. Never: the work of a stage.
 * {@link org.childfile.jobs.NightlyRun} is where to begin reading.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "privacy",
            "settings",
            "database",
            "feed",
            "landing",
            "mapping",
            "linkage",
            "keys",
            "merge",
            "versions",
            "digitalfile",
            "audit",
            "care",
            "coverage",
            "subject",
            "pairing",
            "wakeup",
            "rectification",
            "compliance",
            "warehouse",
            "rights"
        })
package org.childfile.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
