/**
 * Made worlds: families that never lived, and what seven departments would send in nine feeds about them in two nights.
 *
 * <p>In: a {@link org.childfile.lab.world.WorldPlan}. Out: the feeds' files in their own formats, and the truth beside
 * them. Never: a real person, a clock, an unseeded chance, or a whole world in memory.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "lab.world", "storage"})
package org.childfile.lab.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
