/**
 * Rights: which role sees what for which purpose, and who asks.
 *
 * <p>In: {@code mappings/rights.yaml} and the classes of the attributes. Out: the tables of the schema {@code rights}, by
 * which row-level security and the published views decide; the {@link org.childfile.access.rights.Claims} of a door. Never: a
 * decision about a row or a column: the database makes it, for every door alike.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "ingest.mapping", "settings"})
package org.childfile.access.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
