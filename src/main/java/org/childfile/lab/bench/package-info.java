/**
 * Measurements by hand: nights, linkage, the API, kills; each prints its figures with its ratio.
 *
 * <p>In: made worlds and public sets. Out: figures. Never: a test.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.privacy",
            "care.coverage",
            "care.duties",
            "care.pairing",
            "cli.link",
            "cli.terminal",
            "database",
            "jobs",
            "kernel",
            "lab.departments",
            "lab.registers",
            "lab.world",
            "linkage.matching",
            "linkage.model",
            "linkage.run",
            "linkage.table",
            "security",
            "settings",
            "storage"
        })
package org.childfile.lab.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
