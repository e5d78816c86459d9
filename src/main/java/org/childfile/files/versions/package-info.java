/**
 * Versions: what a file says, on which days it was true, and when it was recorded. Append-only, a new one only where the
 * merged content changed.
 *
 * <p>In: touched persons and their profiles. Out: {@code versions.child_version}, {@code versions.volunteer_version}.
 * Never: a version rewritten.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.erasure",
            "access.privacy",
            "database",
            "files.identity",
            "files.merge",
            "files.setaside",
            "ingest.mapping",
            "kernel"
        })
package org.childfile.files.versions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
