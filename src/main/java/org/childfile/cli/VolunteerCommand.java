package org.childfile.cli;

import org.childfile.mapping.Population;
import picocli.CommandLine.Command;

/** {@code childfile volunteer}: one file, or a search for one. */
@Command(name = "volunteer")
final class VolunteerCommand extends PersonCommand {

    VolunteerCommand(Shell shell) {
        super(shell, Population.VOLUNTEER);
    }
}
