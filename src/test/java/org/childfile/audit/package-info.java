/**
 * Tests of the access log.
 *
 * <p>In: accesses on a real PostgreSQL. Out: nothing. Never: a chain made by hand where the program can make it.
 */
@NullMarked
package org.childfile.audit;

import org.jspecify.annotations.NullMarked;
