/**
 * The coverage picture: how many children of each city, district and township are seen, paired and visited.
 *
 * <p>In: files, hidden children, how pairings stand, wake-ups. Out: {@code mart.coverage}. Never: a child's name.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database"})
package org.childfile.care.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
