package org.childfile.cli.person;

import org.childfile.cli.terminal.Shell;
import org.childfile.files.digitalfile.Finding;
import picocli.CommandLine.Command;

/** {@code childfile hidden known CHILD}: somebody knows of the child already. */
@Command(name = "known")
final class HiddenKnownCommand extends FindingCommand {

    HiddenKnownCommand(Shell shell) {
        super(shell, Finding.Result.KNOWN);
    }
}
