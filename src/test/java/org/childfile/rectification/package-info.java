/** Tests of requests to departments whose records were proved wrong. */
@NullMarked
package org.childfile.rectification;

import org.jspecify.annotations.NullMarked;
