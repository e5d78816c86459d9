/**
 * Planted for {@code ImportLawTest} and {@code FrameworkPlacesTest}: a stage that imports against the law.
 *
 * <p>In: nothing. Out: violations. Never: part of the program.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.childfile.planted.below;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
