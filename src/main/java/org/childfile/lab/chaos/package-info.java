/**
 * Reliability measured by faults: nights that are disturbed on purpose, run again as an operator would, and compared with
 * undisturbed ones.
 *
 * <p>In: made worlds and the mocked departments. Out: a line a fault. Never: a test, a change to a warehouse that it has not made.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "care.help",
            "cli.terminal",
            "database",
            "jobs",
            "kernel",
            "lab.departments",
            "lab.registers",
            "lab.world",
            "storage"
        })
package org.childfile.lab.chaos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
