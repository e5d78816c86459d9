/**
 * Values that check themselves: id numbers, names, dates, phones, divisions, source keys.
 *
 * <p>In: raw text of any department. Out: immutable values and sealed readings of them. Never: I/O beyond the
 * resources of this package, a framework, a clock, or an exception for a bad value of a feed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.childfile.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
