package org.childfile.cli.care;

import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;

/** {@code childfile duty attempted PAIRING KIND DATE}: she was there, and nobody was at home. */
@Command(name = "attempted")
final class DutyAttemptedCommand extends DutyMarkCommand {

    DutyAttemptedCommand(Shell shell) {
        super(shell, false);
    }
}
