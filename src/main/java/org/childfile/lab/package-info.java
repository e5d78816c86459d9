/**
 * Made worlds, mocked departments, the demo and measurements. Nothing outside imports it.
 */
@NullMarked
package org.childfile.lab;

import org.jspecify.annotations.NullMarked;
