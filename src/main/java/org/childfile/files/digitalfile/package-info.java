/**
 * What the digital files say by rules: the kinds of difficulty that the evidence supports, hidden children, signals, grades
 * of risk; and what was found at the door, which outranks the rules.
 *
 * <p>In: the current versions of children's files, the registers of pairings and care duties, {@code mappings/rules}. Out:
 * the schema {@code digitalfile}, where nothing is overwritten. Never: a rule in code, a verdict without its evidence, a
 * value of an identifier.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.erasure",
            "access.privacy",
            "database",
            "files.setaside",
            "files.versions",
            "ingest.mapping",
            "kernel",
            "settings"
        })
package org.childfile.files.digitalfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
