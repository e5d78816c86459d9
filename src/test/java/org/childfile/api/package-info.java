/** Tests of the read API over a serving program and a real database. */
@NullMarked
package org.childfile.api;

import org.jspecify.annotations.NullMarked;
