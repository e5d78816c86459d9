@NullMarked
package org.childfile.spark;

import org.jspecify.annotations.NullMarked;
