/**
 * Calls for help (一键唤醒): a caring mother's call, its event list, its applications to departments, and what becomes of
 * them.
 *
 * <p>In: calls by the API, the command line and the care-records feed; the departments' records of the child; {@code
 * mappings/wakeup.yaml} and {@code connectors/outbound/*.yaml}; the departments' answers. Out: the schema {@code wakeup} and
 * its views. Never: a change to a child's file, and nothing sent that its template does not name.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access.privacy",
            "database",
            "files.identity",
            "files.setaside",
            "ingest.connector",
            "ingest.mapping",
            "kernel",
            "outbound",
            "settings"
        })
package org.childfile.care.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
