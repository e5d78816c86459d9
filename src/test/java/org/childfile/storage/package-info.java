/**
 * Tests of the program's files and folders.
 *
 * <p>In: temporary folders. Out: nothing. Never: a file outside of them.
 */
@NullMarked
package org.childfile.storage;

import org.jspecify.annotations.NullMarked;
