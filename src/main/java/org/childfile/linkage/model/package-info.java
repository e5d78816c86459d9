/**
 * A model of linkage: fields, blocks, comparisons with their levels and probabilities, vetoes; read from a file and
 * written to one.
 *
 * <p>In: a YAML file. Out: a {@link org.childfile.linkage.model.LinkModel}. Never: a row of data.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"linkage.comparison", "settings"})
package org.childfile.linkage.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
