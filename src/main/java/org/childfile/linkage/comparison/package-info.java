/**
 * Values compared: what a cell is worth as evidence, which keys it gives, and in which relation two values stand.
 *
 * <p>In: cells of any table, and the names that a model writes ({@code edit-distance 1}). Out: cleaned values, keys,
 * features, yes or no. Never: a record, a weight, a decision, I/O beyond the resources of this package.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.childfile.linkage.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
