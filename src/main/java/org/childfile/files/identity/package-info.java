/**
 * Linkage: which source records speak of the same person.
 *
 * <p>In: standard records that changed, what persons decided ({@link org.childfile.files.identity.Verdicts}), and the memberships
 * as they stand. Out: {@code linkage.membership}, identity changes, questions to persons
 * ({@link org.childfile.files.identity.ReviewQueue}), and why things are as they are ({@link org.childfile.files.identity.Explainer}). Its
 * core ({@code LinkTable}, {@code VerdictConstraints}, {@code PersonClustering}, which asks
 * {@link org.childfile.linkage.matching.Clustering}) is pure: records, a model and verdicts in, decisions out. Never: a value chosen, a record changed, a person's verdict undone.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.privacy",
            "database",
            "ingest.mapping",
            "kernel",
            "linkage.comparison",
            "linkage.matching",
            "linkage.model",
            "linkage.table",
            "settings"
        })
package org.childfile.files.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
