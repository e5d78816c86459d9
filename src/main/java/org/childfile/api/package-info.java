/**
 * The read API {@code /api/v1}: one controller method a URL, JSON as the published views give it.
 *
 * <p>In: requests with their {@link org.childfile.rights.Claims}. Out: rows of the schema {@code mart}, problem
 * documents. Never: a rule about who may see what; every question is put to PostgreSQL as its asker.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "privacy",
            "database",
            "security",
            "rights",
            "audit",
            "care",
            "mapping",
            "versions"
        })
package org.childfile.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
