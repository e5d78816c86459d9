/**
 * The seven departments, played for the demo and the tests by one HTTP server.
 *
 * <p>In: a generated world of one folder a night, and the clients' requests. Out: answers under the departments' own
 * contracts, honest or spoiled on purpose. Never: part of a real installation, a change to the world, a whole large
 * line file in memory.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.childfile.lab.departments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
