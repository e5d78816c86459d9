/**
 * Commands about a child or a volunteer: its file, corrections, hidden children, disclosure, forgetting.
 *
 * <p>In: a person id or words to look for. Out: what the published views say of it. Never: a view that is not published.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.audit",
            "access.erasure",
            "access.privacy",
            "access.readmodel",
            "care.help",
            "care.rectification",
            "cli.terminal",
            "files.digitalfile",
            "files.versions",
            "ingest.connector",
            "ingest.landing",
            "ingest.mapping",
            "jobs",
            "kernel",
            "storage"
        })
package org.childfile.cli.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
