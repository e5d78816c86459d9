/**
 * Personal data made unreadable for those who need not read them.
 *
 * <p>In: names, id numbers, phone numbers, texts. Out: masked ones, safe for logs, messages and lists; and sealed ones, which
 * {@link org.childfile.access.privacy.Keyring} opens for who has the keys. Never: a mask that can be undone, a key in the
 * database but wrapped, or an exception that shows what was to be hidden.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "storage"})
package org.childfile.access.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
