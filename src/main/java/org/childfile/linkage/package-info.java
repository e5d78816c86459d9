/**
 * Linkage: which source records speak of the same person.
 *
 * <p>In: standard records that changed, and the memberships as they stand. Out: {@code linkage.membership}, identity
 * changes, pairs for clerical review. Its core ({@code LinkRecord}, {@code Blocks}, {@code PairScore}, {@code Clusters}) is
 * pure: records in, decisions out. Never: a value chosen, a record changed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "privacy", "database", "mapping"})
package org.childfile.linkage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
