/**
 * Tests of the mocked departments, and the faults that other tests inject through them.
 *
 * <p>In: small worlds written by hand. Out: {@link org.childfile.departments.Faults}. Never: the generator.
 */
@NullMarked
package org.childfile.departments;

import org.jspecify.annotations.NullMarked;
