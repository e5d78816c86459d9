/** Tests of tokens, rates and refusals that need no server. */
@NullMarked
package org.childfile.security;

import org.jspecify.annotations.NullMarked;
