/**
 * The linking of tables from their files to clusters, stage by stage.
 *
 * <p>In: tables, a model, pairs that persons decided. Out: clusters and pairs. Never: a database, a terminal.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "linkage.matching",
            "linkage.model",
            "linkage.profiling",
            "linkage.table",
            "settings"
        })
package org.childfile.linkage.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
