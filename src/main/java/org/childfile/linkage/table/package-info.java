/**
 * A table of people in memory: columns of numbers and dictionaries of what is different.
 *
 * <p>In: delimited files, or rows. Out: a {@link org.childfile.linkage.table.PeopleTable}, the same whatever the order
 * of rows and the number of threads. Never: a judgement about two rows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"linkage.comparison", "linkage.model", "settings"})
package org.childfile.linkage.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
