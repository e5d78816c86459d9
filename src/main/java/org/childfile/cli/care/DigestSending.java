package org.childfile.cli.care;

import java.util.List;
import org.childfile.care.duties.Digest;
import org.childfile.care.duties.DigestConnectors;
import org.childfile.care.duties.DigestPost;
import org.childfile.care.duties.DigestPost.Outcome;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.TerminalText;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.jobs.PipelineSettings;
import org.childfile.jobs.Workspace;

/** Sends digests for a command and tells what became of each; names are masked, whatever is shown elsewhere. */
public final class DigestSending {

    private final CommandBase command;
    private final List<String> connectors;
    private int failed;

    private DigestSending(CommandBase command, List<String> connectors) {
        this.command = command;
        this.connectors = connectors;
    }

    /** Ends the command if there is nobody to send to, or a variable for it is not set. */
    public static DigestSending of(CommandBase command, Workspace workspace) {
        DigestConnectors connectors = PipelineSettings.read(workspace).digests();
        if (connectors.names().isEmpty()) {
            throw WrongUse.of("wrong.digest-nobody", workspace.connectors());
        }
        List<String> missing = connectors.missingVariables(workspace.environment());
        if (!missing.isEmpty()) {
            throw new WrongUse(String.join("\n", missing));
        }
        return new DigestSending(command, connectors.names());
    }

    /** Sends them, recorded before they go, and gives the exit code. */
    public int send(List<Digest> digests, DigestPost post, CliDoor door) {
        for (String connector : connectors) {
            DigestFiles.record(digests, door, "send digest", CliDoor.detail(false) + ", to " + connector);
        }
        post.send(DigestFiles.masked(digests), this::tell);
        return failed == 0 ? ExitCode.DONE : ExitCode.ATTENTION;
    }

    private void tell(Outcome outcome) {
        switch (outcome) {
            case Outcome.Received(String scope, String connector, String receipt) ->
                command.print(command.text("digest.sent", scope, connector, receipt));
            case Outcome.Empty(String scope, String connector) ->
                command.print(command.text("digest.empty", scope, connector));
            case Outcome.Failed(String scope, String connector, String message) -> {
                failed++;
                command.shell()
                        .err()
                        .println(TerminalText.plain(command.text("digest.unsent", scope, connector, message)));
            }
        }
    }
}
