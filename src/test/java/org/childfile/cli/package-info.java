/**
 * Tests of the command line.
 *
 * <p>In: commands run in this process. Out: {@link org.childfile.cli.Commands}. Never: the process's own streams.
 */
@NullMarked
package org.childfile.cli;

import org.jspecify.annotations.NullMarked;
