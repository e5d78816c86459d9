/**
 * Care: the six ones (六个一), computed in one place, and the digests of them.
 *
 * <p>In: {@code pairing.pairing}, the standard records of the population care, current files of children, what persons said of
 * single duties, {@code mappings/care.yaml}. Out: {@code care.duty}, {@code mart.care_duty} and what else the schema
 * {@code care} publishes. Never: a pairing, a record, a message sent.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "settings", "database", "mapping"})
package org.childfile.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
