package org.childfile.cli.person;

import org.childfile.cli.terminal.Shell;
import org.childfile.files.digitalfile.Finding;
import picocli.CommandLine.Command;

/** {@code childfile hidden confirm CHILD}: it is so. */
@Command(name = "confirm")
final class HiddenConfirmCommand extends FindingCommand {

    HiddenConfirmCommand(Shell shell) {
        super(shell, Finding.Result.CONFIRMED);
    }
}
