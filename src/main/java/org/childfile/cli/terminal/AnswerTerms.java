package org.childfile.cli.terminal;

import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.childfile.access.audit.ApprovalStore;
import org.childfile.access.audit.OperatorIdentity;
import org.childfile.access.rights.AnswerLimits;
import org.childfile.access.rights.RightsStore;

/**
 * What an answer must bring beside a right: a reason where masks are lifted, or where it shows many persons and is one that
 * is taken away (an export, a query); the consent of a second person where the masks of very many are lifted.
 */
public final class AnswerTerms {

    private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("\\d{11,}");

    private final CommandBase command;
    private final Why why;
    private final boolean takenAway;
    private final AnswerLimits limits;
    private final ApprovalStore approvals;

    private AnswerTerms(CommandBase command, Why why, boolean takenAway, DataSource service) {
        this.command = command;
        this.why = why;
        this.takenAway = takenAway;
        this.limits = new RightsStore(service).limits();
        this.approvals = new ApprovalStore(service);
    }

    public static AnswerTerms of(Warehouse warehouse, CommandBase command, Why why, boolean takenAway)
            throws SQLException {
        return new AnswerTerms(command, why, takenAway, warehouse.service());
    }

    String reason() {
        return why.reason();
    }

    /**
     * Lets an answer pass, or throws.
     *
     * @param persons how many it shows, with what was shown before
     */
    void check(CliDoor door, String action, int persons) {
        boolean many = takenAway && persons > limits.reasonAbove();
        if (why.reveals() && why.reason().isEmpty()) {
            throw door.refused(
                    action + ": no reason", command.text(why instanceof WhyOptions ? "why.reveal" : "why.review"));
        }
        if (many && why.reason().isEmpty()) {
            throw door.refused(action + ": no reason", command.text("why.many", limits.reasonAbove()));
        }
        if (NUMBER_OF_A_PERSON.matcher(why.reason()).find()) {
            throw new WrongUse(command.text("why.names"));
        }
        if (why.reveals() && persons > limits.approvalAbove()) {
            needConsent(door, action, persons);
        }
    }

    /** Lets an answer pass of which one cell may hold many persons, or throws. */
    void checkPacked(CliDoor door, String action) {
        if (takenAway && why.reason().isEmpty()) {
            throw door.refused(action + ": no reason", command.text("why.packed"));
        }
    }

    private void needConsent(CliDoor door, String action, int persons) {
        OperatorIdentity operator = command.shell().operator();
        if (!operator.known()) {
            throw door.refused(action + ": person not known", command.text("approval.unknown", operator.account()));
        }
        OptionalLong used = approvals.use(operator.person(), why.request(), persons);
        if (used.isPresent()) {
            door.note("approval", "used " + used.getAsLong());
            return;
        }
        long number = approvals.ask(operator, action, why.request(), persons, why.reason());
        door.note("approval", "asked " + number + ", " + action + ", persons " + persons);
        throw new WaitsForPerson(
                command.text("approval.asked", persons, limits.approvalAbove(), String.valueOf(number)));
    }
}
