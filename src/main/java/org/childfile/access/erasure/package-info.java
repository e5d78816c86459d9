/**
 * What the law gives the person that a file is about: to have it corrected, to be forgotten, to be told what is held.
 *
 * <p>In: what a person at the machine decides about one file. Out: {@link org.childfile.access.erasure.Correction}s for merging,
 * and what was forgotten, for landing and mapping. Never: a decision by a rule.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access.privacy", "database", "kernel"})
package org.childfile.access.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
