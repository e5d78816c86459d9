/** Planted mistakes of security, by which the tests show that the rules find them. */
@NullMarked
package org.childfile.planted.insecure;

import org.jspecify.annotations.NullMarked;
