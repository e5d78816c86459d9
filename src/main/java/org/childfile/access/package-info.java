/**
 * Who may see and name what: rights, the access log, sealing and its keys, what the law gives to the person a file is
 * about.
 */
@NullMarked
package org.childfile.access;

import org.jspecify.annotations.NullMarked;
