/**
 * Requests to the departments whose records were proved wrong (更正请求), with a deadline, and what becomes of them.
 *
 * <p>In: the corrections that outrank records; {@code connectors/outbound/rectification/*.yaml}; the departments' answers.
 * Out: the schema {@code rectification} and its view. Never: a change to a file, a correction, or anything sent that a
 * template does not name.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.erasure",
            "access.privacy",
            "care.help",
            "database",
            "ingest.connector",
            "ingest.mapping",
            "kernel",
            "outbound",
            "settings"
        })
package org.childfile.care.rectification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
