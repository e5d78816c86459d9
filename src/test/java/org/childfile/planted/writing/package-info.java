/**
 * Planted for {@code FileWritersTest}: a class that opens files for writing by itself.
 *
 * <p>In: nothing. Out: violations. Never: part of the program.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.childfile.planted.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
