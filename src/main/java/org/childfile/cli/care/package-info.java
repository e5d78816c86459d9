/**
 * Commands about care: pairings, duties, digests, coverage, calls for help.
 *
 * <p>In: a pairing, a township or a call. Out: decisions of persons, lists and pages. Never: a rule about care.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.privacy",
            "access.readmodel",
            "care.duties",
            "care.help",
            "care.pairing",
            "cli.terminal",
            "ingest.mapping",
            "jobs",
            "kernel",
            "storage"
        })
package org.childfile.cli.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
