/**
 * YAML files as located settings: every value knows its file and line, and every mistake is gathered and told at once.
 *
 * <p>In: a YAML file. Out: {@link org.childfile.settings.Section}s and {@link org.childfile.settings.Problems}. Never: a
 * default that hides a mistake, or an exception for a mistake in a file.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.childfile.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
