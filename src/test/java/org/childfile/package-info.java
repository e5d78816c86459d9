/**
 * The laws of the code base, each tested on the code and on a planted violation.
 *
 * <p>In: the compiled classes and the source files. Out: what breaks a law. Never: a running program.
 */
@NullMarked
package org.childfile;

import org.jspecify.annotations.NullMarked;
