/**
 * Linkage: which source records speak of the same person.
 *
 * <p>In: standard records that changed, what persons decided ({@link org.childfile.linkage.Verdicts}), and the memberships
 * as they stand. Out: {@code linkage.membership}, identity changes, questions to persons
 * ({@link org.childfile.linkage.ReviewQueue}), and why things are as they are ({@link org.childfile.linkage.Explainer}). Its
 * core ({@code LinkTable}, {@code VerdictConstraints}, {@code Clusters}) is pure: records, a model and verdicts in, decisions out. Never: a value chosen, a record changed, a person's verdict undone.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "privacy", "settings", "database", "mapping", "comparison", "matching"})
package org.childfile.linkage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
