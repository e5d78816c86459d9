/**
 * Tests of calls for help.
 *
 * <p>In: a real PostgreSQL and the mocked departments. Out: nothing. Never: a real department, a real child.
 */
@NullMarked
package org.childfile.wakeup;

import org.jspecify.annotations.NullMarked;
