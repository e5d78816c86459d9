/**
 * The data keys of a warehouse: where they lie, and how others take their place.
 *
 * <p>In: the operator's master key. Out: {@link org.childfile.privacy.Keyring}, open; {@code privacy.data_key}. Never: a key
 * that is not wrapped, in a table, a log or an answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "privacy", "database"})
package org.childfile.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
