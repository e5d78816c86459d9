/**
 * The data keys of a warehouse: where they lie, and how others take their place.
 *
 * <p>In: the operator's master key. Out: {@link org.childfile.access.privacy.Keyring}, open; {@code privacy.data_key}. Never: a key
 * that is not wrapped, in a table, a log or an answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access.privacy", "database"})
package org.childfile.access.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
