/**
 * Commands about who may see what: logins, tokens, keys, approvals, the access log, and the records that the law asks
 * for.
 *
 * <p>In: arguments of an administrator. Out: grants, proofs and reports. Never: a right given without a record of it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.audit",
            "access.compliance",
            "access.erasure",
            "access.keys",
            "access.privacy",
            "access.readmodel",
            "access.rights",
            "care.help",
            "care.rectification",
            "cli.person",
            "cli.terminal",
            "database",
            "files.versions",
            "ingest.landing",
            "ingest.mapping",
            "ingest.push",
            "jobs",
            "kernel",
            "security",
            "settings",
            "storage"
        })
package org.childfile.cli.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
