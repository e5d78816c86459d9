/**
 * Care around a child: pairings, the six ones, calls for help, what departments are asked.
 */
@NullMarked
package org.childfile.care;

import org.jspecify.annotations.NullMarked;
