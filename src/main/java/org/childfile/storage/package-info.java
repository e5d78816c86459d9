/**
 * The program's files and folders on disk: who may read and write them.
 *
 * <p>In: paths, and what is to be written. Out: files for their owner alone, and a home that is fit to work in. Never: what a
 * file means.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.childfile.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
