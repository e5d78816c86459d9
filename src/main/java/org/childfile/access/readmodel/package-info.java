/**
 * The published warehouse: the views {@code mart} and {@code ops}, and the questions that the doors put to them.
 *
 * <p>In: versions, memberships, pulls, runs. Out: what the doors show. Never: a table of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access.rights", "database", "kernel"})
package org.childfile.access.readmodel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
