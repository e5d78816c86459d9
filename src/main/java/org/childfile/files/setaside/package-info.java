/**
 * What stages behind the mapping could not work on, so that one record or person never stops a night.
 *
 * <p>In: records and persons that a stage set aside, with the reason and the place. Out: {@code ops.set_aside}, of which
 * the run's report and its exit code tell. Never: a value. What was in force of a record or person stays in force.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access.privacy", "ingest.format", "ingest.mapping", "kernel"})
package org.childfile.files.setaside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
