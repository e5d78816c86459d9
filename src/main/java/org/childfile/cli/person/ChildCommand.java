package org.childfile.cli.person;

import org.childfile.cli.terminal.Shell;
import org.childfile.ingest.mapping.Population;
import picocli.CommandLine.Command;

/** {@code childfile child}: one file, or a search for one. */
@Command(name = "child")
public final class ChildCommand extends PersonCommand {

    ChildCommand(Shell shell) {
        super(shell, Population.CHILD);
    }
}
