package org.childfile.cli.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.childfile.access.rights.RightsRules;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.security.Grant;
import org.childfile.security.TokenIssuer;
import org.childfile.settings.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code childfile token}: issues a short-lived token for the API, signed by the key of this home. */
@Command(
        name = "token",
        subcommands = {TokenRevokeCommand.class, TokenRevokedCommand.class})
public final class TokenCommand extends CommandBase {

    @Mixin
    private GrantOptions grant = new GrantOptions();

    @Option(names = "--ttl", paramLabel = "TIME", defaultValue = "15m")
    private String life = "15m";

    TokenCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        if (!shell().environment().getOrDefault("CHILDFILE_TOKEN_ISSUER", "").isBlank()) {
            throw new WrongUse(text("token.other-issuer"));
        }
        Problems problems = new Problems();
        RightsRules rules = RightsRules.read(shell().workspace(null, null).mappings(), problems);
        problems.raise();
        Grant granted = grant.grant(shell(), rules);
        Duration lives = life();
        try (Warehouse warehouse = Warehouse.open(shell())) {
            CliDoor.operator(warehouse, Warehouse.OPERATIONS)
                    .record("token", granted.children(), granted.attributes().orElse(List.of()), said(granted, lives));
            print(new TokenIssuer(shell().home(), Clock.systemUTC()).issue(granted, lives));
        }
        return ExitCode.DONE;
    }

    /** Whom it is for and what it opens, for the log. */
    private static String said(Grant granted, Duration lives) {
        return "for " + granted.subject() + ", role " + granted.role() + ", purposes "
                + String.join(" ", granted.purposes()) + ", divisions "
                + String.join(
                        " ",
                        granted.divisions().stream()
                                .map(each -> each.isEmpty() ? "all" : each)
                                .toList())
                + ", " + lives;
    }

    private Duration life() {
        if (life.matches("[1-9][0-9]{0,3}[smh]")) {
            Duration duration = Duration.parse("PT" + life);
            if (duration.compareTo(TokenIssuer.LONGEST) <= 0) {
                return duration;
            }
        }
        throw new WrongUse(text("token.wrong-ttl", life));
    }
}
