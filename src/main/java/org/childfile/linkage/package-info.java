/**
 * Which rows of a table speak of the same person: comparison, model, learning, decision. Plain Java without Spring and
 * JDBC; nights, {@code link} and other engines share it.
 */
@NullMarked
package org.childfile.linkage;

import org.jspecify.annotations.NullMarked;
