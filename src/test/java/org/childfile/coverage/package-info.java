/**
 * Tests of the coverage picture.
 *
 * <p>In: made-up cities, counted child by child. Out: nothing. Never: a count that only the program's own code calls safe.
 */
@NullMarked
package org.childfile.coverage;

import org.jspecify.annotations.NullMarked;
