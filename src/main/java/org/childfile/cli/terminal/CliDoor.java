package org.childfile.cli.terminal;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.childfile.access.audit.Access;
import org.childfile.access.audit.AccessLog;
import org.childfile.access.rights.Claims;
import org.jspecify.annotations.Nullable;

/** The command line as a door: what it shows of persons is recorded before it is shown. */
public final class CliDoor {

    private static final String DOOR = "cli";
    private static final int PORTION = 2000;

    private final Warehouse warehouse;
    private final AccessLog log;
    private final String subject;
    private final String role;
    private final String purpose;

    private final @Nullable AnswerTerms terms;

    private CliDoor(Warehouse warehouse, String role, String purpose) throws SQLException {
        this(warehouse, warehouse.accesses(), warehouse.operator().recorded(), role, purpose, null);
    }

    private CliDoor(
            Warehouse warehouse,
            AccessLog log,
            String subject,
            String role,
            String purpose,
            @Nullable AnswerTerms terms) {
        this.warehouse = warehouse;
        this.log = log;
        this.subject = subject;
        this.role = role;
        this.purpose = purpose;
        this.terms = terms;
    }

    /** The person at the machine, who looks for a purpose. */
    public static CliDoor operator(Warehouse warehouse, String purpose) throws SQLException {
        return new CliDoor(warehouse, "operator", purpose);
    }

    /** The same person as one who decides about records. */
    public static CliDoor reviewer(Warehouse warehouse) throws SQLException {
        return new CliDoor(warehouse, "reviewer", "review");
    }

    /** The same person at what a person or guardian asked for by right. */
    static CliDoor forSubject(Warehouse warehouse) throws SQLException {
        return new CliDoor(warehouse, "operator", "subject-rights");
    }

    /** The same person in another role, and for a purpose of it. */
    public static CliDoor of(Warehouse warehouse, Claims claims) throws SQLException {
        return new CliDoor(warehouse, claims.role(), claims.purpose());
    }

    /** The same for an answer that may lift masks. */
    public CliDoor under(CommandBase command, Why reveal) throws SQLException {
        return reveal.reveals() ? under(AnswerTerms.of(warehouse, command, reveal, false)) : this;
    }

    /** The same for an answer on certain terms; its reason is recorded. */
    public CliDoor under(AnswerTerms answer) {
        return new CliDoor(warehouse, log, subject, role, purpose, answer);
    }

    /** Lets an answer pass that is recorded in portions, or throws. */
    public void check(String action, int persons) {
        if (terms != null) {
            terms.check(this, action, persons);
        }
    }

    /** Lets an answer pass of which one cell may hold many persons, or throws. */
    public void checkPacked(String action) {
        if (terms != null) {
            terms.checkPacked(this, action);
        }
    }

    /** Records what is about to be shown, if its terms are met; each person once. */
    public void record(String action, Collection<String> persons, Collection<String> attributes, String detail) {
        List<String> each = List.copyOf(new TreeSet<>(persons));
        check(action, each.size());
        append(action, each, attributes, detail);
    }

    /** Records a portion of what {@link #check} let pass. */
    public void append(String action, List<String> each, Collection<String> attributes, String detail) {
        int from = 0;
        do {
            // In portions, so that others who record need not wait for all of them.
            int to = Math.min(each.size(), from + PORTION);
            log.record(new Access(
                    subject,
                    role,
                    purpose,
                    DOOR,
                    action,
                    each.subList(from, to),
                    List.copyOf(attributes),
                    detail,
                    "",
                    terms == null ? "" : terms.reason()));
            from = to;
        } while (from < each.size());
    }

    /** Records what concerns no single person. */
    public void note(String action, String detail) {
        append(action, List.of(), List.of(), detail);
    }

    /**
     * Records that something was refused, and gives what to throw.
     *
     * @param what of which there are few, and none of which is personal
     */
    public WrongUse refused(String what, String message) {
        note("refused", what);
        return new WrongUse(message);
    }

    /** Whether values are shown masked or as they are. */
    public static String detail(boolean reveal) {
        return reveal ? "revealed" : "masked";
    }
}
