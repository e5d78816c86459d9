/**
 * One caring mother beside each child in difficulty: what the women's federation lists, and what the program proposes.
 *
 * <p>In: records of pairings, who is which person, files as they stand. Out: {@code pairing.pairing} and what is wrong with
 * it. Never: an existing pair broken, or one in force that nobody confirmed.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.privacy",
            "database",
            "files.setaside",
            "files.versions",
            "ingest.mapping",
            "kernel",
            "settings"
        })
package org.childfile.care.pairing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
