package org.childfile.cli.person;

import org.childfile.cli.terminal.Shell;
import org.childfile.files.digitalfile.Finding;
import picocli.CommandLine.Command;

/** {@code childfile hidden not-so CHILD}: it is not so. */
@Command(name = "not-so")
final class HiddenNotSoCommand extends FindingCommand {

    HiddenNotSoCommand(Shell shell) {
        super(shell, Finding.Result.NOT_SO);
    }
}
