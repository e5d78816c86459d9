package org.childfile.cli.access;

import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;

/** {@code childfile approval grant NUMBER}: consents to a request; the same command then goes through once. */
@Command(name = "grant")
final class ApprovalGrantCommand extends ApprovalDecision {

    ApprovalGrantCommand(Shell shell) {
        super(shell, true);
    }
}
