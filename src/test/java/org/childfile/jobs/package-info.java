/**
 * Whole nights, from the mocked departments to the published views.
 *
 * <p>In: generated worlds and faults. Out: nothing. Never: mocks of the program's own types.
 */
@NullMarked
package org.childfile.jobs;

import org.jspecify.annotations.NullMarked;
