/**
 * The demo: a made world, mocked departments and nights over them, on the program as it is.
 *
 * <p>In: the number of children. Out: a warehouse to look at. Never: anything that production code imports.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "care.help",
            "care.rectification",
            "cli.care",
            "cli.main",
            "cli.run",
            "cli.terminal",
            "database",
            "jobs",
            "lab.bench",
            "lab.departments",
            "lab.registers",
            "lab.world"
        })
package org.childfile.lab.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
