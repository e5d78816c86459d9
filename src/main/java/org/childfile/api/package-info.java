/**
 * The API {@code /api/v1}: one controller method a URL, JSON as the published views give it.
 *
 * <p>In: requests with their {@link org.childfile.rights.Claims}. Out: rows of the schema {@code mart}, problem
 * documents. It writes calls for help, through {@link org.childfile.wakeup.Wakeups}, and nothing else. Never: a rule about who may see what; every question is put to PostgreSQL as its asker.
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
            "versions",
            "wakeup"
        })
package org.childfile.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
