/**
 * Planted for {@code ImportLawTest}: the stage above.
 *
 * <p>In: nothing. Out: one class. Never: part of the program.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"below"})
package org.childfile.planted.above;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
