/**
 * Commands about links: what waits for a person, why two records are one, verdicts.
 *
 * <p>In: records or a question of the queue. Out: verdicts, explanations. Never: a weight of its own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.privacy",
            "cli.terminal",
            "files.identity",
            "ingest.mapping",
            "jobs",
            "kernel",
            "storage"
        })
package org.childfile.cli.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
