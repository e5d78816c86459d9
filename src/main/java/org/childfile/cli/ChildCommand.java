package org.childfile.cli;

import org.childfile.mapping.Population;
import picocli.CommandLine.Command;

/** {@code childfile child}: one file, or a search for one. */
@Command(name = "child")
final class ChildCommand extends PersonCommand {

    ChildCommand(Shell shell) {
        super(shell, Population.CHILD);
    }
}
