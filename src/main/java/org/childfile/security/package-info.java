/**
 * Who asks: bearer tokens, what they grant, and how a request that may not pass is refused.
 *
 * <p>In: HTTP requests and their tokens; the key in {@code $CHILDFILE_HOME/keys} or the one of a configured issuer. Out:
 * {@link org.childfile.access.rights.Claims}, which the database turns into rows and columns; refusals as problem documents (RFC
 * 9457). Never: a decision about which child is seen. That is PostgreSQL's, by the claims.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access.rights", "jobs", "kernel", "storage"})
package org.childfile.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
