/**
 * The commands put together: which there are, how one is made, and what an exception means for the exit code.
 *
 * <p>In: the arguments and the environment of a process. Out: an exit code. Never: a command.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.audit",
            "access.privacy",
            "access.readmodel",
            "cli.access",
            "cli.care",
            "cli.data",
            "cli.link",
            "cli.person",
            "cli.review",
            "cli.run",
            "cli.terminal",
            "database",
            "ingest.connector",
            "jobs",
            "security",
            "settings",
            "storage"
        })
package org.childfile.cli.main;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
