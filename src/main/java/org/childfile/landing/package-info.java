/**
 * The landing zone: every record as it came, all of a pull or nothing of it.
 *
 * <p>In: {@link org.childfile.feed.Acquisition}'s records. Out: {@code landing.pull}, {@code landing.record},
 * {@code landing.current} (the record in force for each key) and {@code landing.quarantine}. Never: the meaning of a
 * field; a record dropped.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "privacy", "database", "feed", "subject"})
package org.childfile.landing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
