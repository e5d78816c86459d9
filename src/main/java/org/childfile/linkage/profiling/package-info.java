/**
 * Profiling: what a table of people holds, column by column, and a model of linkage to begin with.
 *
 * <p>In: a delimited file. Out: a {@link org.childfile.linkage.profiling.TableProfile} and the text of a model that {@code link}
 * takes at once. Never: a look at a column that says who is who, or a value that is shown without being asked for.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "linkage.comparison", "settings"})
package org.childfile.linkage.profiling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
