package org.childfile.cli.access;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.audit.ApprovalStore;
import org.childfile.access.audit.ApprovalStore.Request;
import org.childfile.access.audit.OperatorIdentity;
import org.childfile.access.rights.AnswerLimits;
import org.childfile.access.rights.RightsStore;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.security.Grant;
import org.childfile.security.TokenReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A command by which a second person decides about a request. That one is at the machine, where the system knows both apart, or
 * shows a token of a role that may consent; and is never who asked, nor somebody to whom that one issued the token.
 */
abstract class ApprovalDecision extends CommandBase {

    private final boolean granted;

    @Parameters(paramLabel = "NUMBER", descriptionKey = "approval.number")
    private long number;

    @Option(names = "--token", paramLabel = "TOKEN", descriptionKey = "approval.token")
    private @Nullable String token;

    ApprovalDecision(Shell shell, boolean granted) {
        super(shell);
        this.granted = granted;
    }

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            ApprovalStore approvals = new ApprovalStore(warehouse.service());
            AnswerLimits limits = new RightsStore(warehouse.service()).limits();
            CliDoor door = CliDoor.operator(warehouse, Warehouse.OPERATIONS);
            Request request = approvals
                    .find(number)
                    .orElseThrow(() -> new WrongUse(text("approval.none", String.valueOf(number))));
            String by = decider(request, limits, warehouse.service())
                    .orElseThrow(() ->
                            door.refused("approval " + number, text("approval.not-yours", String.valueOf(number))));
            door.note("approval", (granted ? "granted " : "refused ") + number + " by " + by);
            if (!approvals.decide(number, by, granted, limits.approvalLives())) {
                throw new WrongUse(text("approval.decided-before", String.valueOf(number)));
            }
            print(text(
                    granted ? "approval.granted" : "approval.refused",
                    String.valueOf(number),
                    request.subject(),
                    limits.approvalLives().toHours()));
            return ExitCode.DONE;
        }
    }

    /** Who decides, as it is recorded; empty for one who may not. */
    private Optional<String> decider(Request request, AnswerLimits limits, DataSource service) throws IOException {
        OperatorIdentity operator = shell().operator();
        if (token == null) {
            boolean may = operator.known()
                    && !operator.person().equals(request.person())
                    && (limits.accounts().isEmpty() || limits.accounts().contains(operator.person()));
            return may ? Optional.of(operator.recorded()) : Optional.empty();
        }
        return TokenReader.read(shell().home(), shell().environment(), service, Clock.systemUTC(), hidden(token))
                .filter(grant -> limits.roles().contains(grant.role()))
                .filter(grant -> !grant.subject().equals(request.person()))
                .filter(grant ->
                        !grant.issuer().startsWith(OperatorIdentity.UNKNOWN) && !issuedBy(grant, request.person()))
                .map(grant -> grant.subject() + " (token of " + grant.issuer() + ")");
    }

    /** A token that stands on the command line is read by everybody at the machine, in the list of processes. */
    private String hidden(String given) throws IOException {
        if (!given.equals("-")) {
            throw new WrongUse(text("approval.token-in-open"));
        }
        return typedLine();
    }

    private static boolean issuedBy(Grant grant, String person) {
        return grant.issuer().equals(person) || grant.issuer().startsWith(person + " (");
    }
}
