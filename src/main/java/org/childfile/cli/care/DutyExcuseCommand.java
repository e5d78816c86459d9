package org.childfile.cli.care;

import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;

/** {@code childfile duty excuse PAIRING KIND DATE}: it could not be done. */
@Command(name = "excuse")
final class DutyExcuseCommand extends DutyMarkCommand {

    DutyExcuseCommand(Shell shell) {
        super(shell, true);
    }
}
