/**
 * The command line: results to standard output, progress to standard error, exit codes 0 done, 1 failed, 2 wrong use or
 * configuration, 3 done but something is stale or held.
 *
 * <p>In: arguments and the environment. Out: calls of the jobs and of linkage's services, questions to the
 * published views. Never: a decision about
 * a record.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "privacy",
            "settings",
            "storage",
            "database",
            "keys",
            "feed",
            "landing",
            "mapping",
            "linkage",
            "audit",
            "care",
            "subject",
            "pairing",
            "rights",
            "versions",
            "digitalfile",
            "jobs",
            "wakeup",
            "rectification",
            "compliance",
            "warehouse",
            "security",
            "api",
            "matching",
            "profiling",
            "generate",
            "departments"
        })
package org.childfile.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
