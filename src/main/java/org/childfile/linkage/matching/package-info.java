/**
 * Matching: which rows of a table speak of the same person, by the model of Fellegi and Sunter (1969).
 *
 * <p>In: a model (a YAML file) and a table of people. Out: weighed pairs, clusters, explanations, a model whose weights were
 * learned, and measures against a known truth. Never: a database, a framework, a random choice without a seed, or a result
 * that depends on the order of rows or the number of threads.
 *
 * <p>Its flow: {@link org.childfile.linkage.model.LinkModel} → {@link org.childfile.linkage.table.PeopleTable} →
 * {@link org.childfile.linkage.matching.Matcher} → {@link org.childfile.linkage.matching.Clustering}, which both the
 * night and {@code childfile link} use.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"linkage.comparison", "linkage.model", "linkage.table"})
package org.childfile.linkage.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
