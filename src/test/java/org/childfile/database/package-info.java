/**
 * The PostgreSQL of the tests.
 *
 * <p>In: the program's migrations. Out: fresh databases. Never: a server that other programs use.
 */
@NullMarked
package org.childfile.database;

import org.jspecify.annotations.NullMarked;
