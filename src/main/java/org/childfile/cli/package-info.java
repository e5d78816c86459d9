/**
 * The command line: results to standard output, progress to standard error, exit codes 0 done, 1 failed, 2 wrong use or
 * configuration, 3 done but something is stale or held.
 */
@NullMarked
package org.childfile.cli;

import org.jspecify.annotations.NullMarked;
