/**
 * The keys of the tests.
 *
 * <p>In: a database. Out: its keys, open. Never: a key that anything outside the tests is sealed with.
 */
@NullMarked
package org.childfile.keys;

import org.jspecify.annotations.NullMarked;
