/**
 * Care: the six ones (六个一), computed in one place, and the digests of them.
 *
 * <p>In: {@code pairing.pairing}, the standard records of the population care, current files of children, what persons said of
 * single duties, {@code mappings/care.yaml}, {@code connectors/outbound/digest/*.yaml}. Out: {@code care.duty}, {@code
 * mart.care_duty} and what else the schema {@code care} publishes; digests, sent where these connectors say. Never: a
 * pairing, a record, any other message.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.privacy",
            "database",
            "files.setaside",
            "ingest.connector",
            "kernel",
            "outbound",
            "settings"
        })
package org.childfile.care.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
