package org.childfile.cli;

import org.childfile.digitalfile.Finding;
import picocli.CommandLine.Command;

/** {@code childfile hidden confirm CHILD}: it is so. */
@Command(name = "confirm")
final class HiddenConfirmCommand extends FindingCommand {

    HiddenConfirmCommand(Shell shell) {
        super(shell, Finding.Result.CONFIRMED);
    }
}
