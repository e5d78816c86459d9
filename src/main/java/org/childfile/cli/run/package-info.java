/**
 * Commands about nights: to run, retry and stop them, what was held or set aside, and the server.
 *
 * <p>In: arguments. Out: calls of the jobs, and their reports. Never: a decision about a record.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.audit",
            "access.privacy",
            "access.readmodel",
            "care.duties",
            "care.help",
            "care.rectification",
            "cli.care",
            "cli.terminal",
            "database",
            "files.versions",
            "ingest.connector",
            "ingest.landing",
            "jobs",
            "kernel",
            "settings",
            "storage"
        })
package org.childfile.cli.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
