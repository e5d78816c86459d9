/**
 * What all commands share: streams and texts of a terminal, messages in two languages, tables, the warehouse opened for
 * who asks, and the records of access.
 *
 * <p>In: arguments and the environment. Out: lines and tables. Never: a command.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.audit",
            "access.keys",
            "access.privacy",
            "access.readmodel",
            "access.rights",
            "care.help",
            "database",
            "files.identity",
            "files.versions",
            "ingest.connector",
            "ingest.mapping",
            "jobs",
            "kernel",
            "settings",
            "storage"
        })
package org.childfile.cli.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
