/**
 * PostgreSQL as the program finds it: the server it is told of, or an embedded one in its home; COPY in binary; SQL files.
 *
 * <p>In: the environment and the home directory. Out: addresses, connections, streams of rows. Never: a table's meaning.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage"})
package org.childfile.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
