package org.childfile.cli.access;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.security.Revocations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile token revoke}: takes a token back before it expires, or all that a subject has. */
@Command(name = "revoke")
final class TokenRevokeCommand extends CommandBase {

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    /** One of the two. */
    static final class Which {
        @Parameters(paramLabel = "TOKEN", arity = "1", descriptionKey = "revoke.token")
        private @Nullable String token;

        @Option(names = "--subject", paramLabel = "NAME", descriptionKey = "revoke.subject")
        private @Nullable String subject;
    }

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "–", descriptionKey = "revoke.reason")
    private String reason = "–";

    TokenRevokeCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        String subject = which.subject;
        try (Warehouse warehouse = Warehouse.open(shell())) {
            Revocations revocations = new Revocations(warehouse.service(), Clock.systemUTC());
            CliDoor door = CliDoor.operator(warehouse, Warehouse.OPERATIONS);
            if (subject != null) {
                door.record("token revoke", List.of(), List.of(), "subject " + subject);
                revocations.revokeSubject(subject, shell().operator().recorded(), reason);
                print(text("token.revoked-subject", subject));
            } else {
                String id = id(String.valueOf(which.token));
                door.record("token revoke", List.of(), List.of(), "token " + id);
                revocations.revokeToken(id, shell().operator().recorded(), reason);
                print(text("token.revoked", id));
            }
        }
        return ExitCode.DONE;
    }

    /** The id of a token that is given whole, or as its id alone. */
    private String id(String given) throws IOException {
        return Revocations.tokenId(given.equals("-") ? typedLine() : given)
                .orElseThrow(() -> new WrongUse(text("token.no-id")));
    }
}
