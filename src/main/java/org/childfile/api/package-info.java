/**
 * The API {@code /api/v1}: one controller method a URL, JSON as the published views give it.
 *
 * <p>In: requests with their {@link org.childfile.access.rights.Claims}. Out: rows of the schema {@code mart}, problem
 * documents. It writes calls for help, through {@link org.childfile.care.help.Wakeups}, and what departments push, through
 * {@link org.childfile.ingest.push.Inbox}, and nothing else. Never: a rule about who may see what; every question is put to PostgreSQL as its asker.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.audit",
            "access.privacy",
            "access.readmodel",
            "access.rights",
            "care.duties",
            "care.help",
            "files.versions",
            "ingest.mapping",
            "ingest.push",
            "kernel",
            "security"
        })
package org.childfile.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
