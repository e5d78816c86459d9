/**
 * Matching: which rows of a table speak of the same person, by the model of Fellegi and Sunter (1969).
 *
 * <p>In: a model (a YAML file) and a table of people. Out: weighed pairs, clusters, explanations, a model whose weights were
 * learned, and measures against a known truth. Never: a database, a framework, a random choice without a seed, or a result
 * that depends on the order of rows or the number of threads.
 *
 * <p>Its flow: {@link org.childfile.matching.LinkModel} → {@link org.childfile.matching.PeopleTable} →
 * {@link org.childfile.matching.Matcher} → {@link org.childfile.matching.Clustering}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "settings", "comparison"})
package org.childfile.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
