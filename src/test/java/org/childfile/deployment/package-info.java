/**
 * Tests of what lies around the code: the image, the compose file, and the commands of the READMEs.
 *
 * <p>In: the repository's files. Out: nothing. Never: a container engine.
 */
@NullMarked
package org.childfile.deployment;

import org.jspecify.annotations.NullMarked;
