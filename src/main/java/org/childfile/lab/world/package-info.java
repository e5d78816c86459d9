/**
 * A made world: families that never lived, their names, numbers, addresses and fates, from a seed.
 *
 * <p>In: a {@link org.childfile.lab.world.WorldPlan}. Out: households, children, volunteers. Never: a real person.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.childfile.lab.world;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
