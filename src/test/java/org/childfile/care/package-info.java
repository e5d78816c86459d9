/**
 * Tests of the six ones.
 *
 * <p>In: made-up pairs and records, some on a real PostgreSQL. Out: nothing. Never: a state that only the program's own code
 * calls right.
 */
@NullMarked
package org.childfile.care;

import org.jspecify.annotations.NullMarked;
