package org.childfile.cli.access;

import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;

/** {@code childfile approval refuse NUMBER}: says no to a request. */
@Command(name = "refuse")
final class ApprovalRefuseCommand extends ApprovalDecision {

    ApprovalRefuseCommand(Shell shell) {
        super(shell, false);
    }
}
