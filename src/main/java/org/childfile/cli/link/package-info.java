/**
 * Linkage for tables of any kind: {@code link} and {@code profile}, and their reports.
 *
 * <p>In: delimited files and a model. Out: clusters, pairs, a report as a page. Never: the warehouse.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.privacy",
            "cli.terminal",
            "linkage.matching",
            "linkage.model",
            "linkage.profiling",
            "linkage.run",
            "linkage.table",
            "settings",
            "storage"
        })
package org.childfile.cli.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
