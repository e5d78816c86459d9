/**
 * The records that the law asks for beside the data: breaches of personal information with their deadlines, and impact
 * assessments with their reviews.
 *
 * <p>In: what a person at the machine says; {@code mappings/compliance.yaml}. Out: the schema {@code compliance} and its views.
 * Never: a change to what was said before, and nothing of a child's file.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access.privacy", "kernel", "settings"})
package org.childfile.access.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
