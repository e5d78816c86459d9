package org.childfile.cli;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.childfile.audit.Access;
import org.childfile.audit.AccessLog;

/** The command line as a door: what it shows of persons is recorded before it is shown. */
final class CliDoor {

    private static final String DOOR = "cli";

    private final AccessLog log;
    private final String role;
    private final String purpose;

    private CliDoor(AccessLog log, String role, String purpose) {
        this.log = log;
        this.role = role;
        this.purpose = purpose;
    }

    /** The person at the machine, at the pipeline's work. */
    static CliDoor operator(AccessLog log) {
        return new CliDoor(log, "operator", "operations");
    }

    /** The same person as one who decides about records. */
    static CliDoor reviewer(AccessLog log) {
        return new CliDoor(log, "reviewer", "review");
    }

    /** The same person at what a person or guardian asked for by right. */
    static CliDoor forSubject(AccessLog log) {
        return new CliDoor(log, "operator", "subject-rights");
    }

    /** The user of the operating system. */
    static String subject() {
        String user = System.getProperty("user.name", "");
        return user.isBlank() ? "unknown" : user;
    }

    /** Records what is about to be shown; each person once. */
    void record(String action, Collection<String> persons, Collection<String> attributes, String detail) {
        log.record(new Access(
                subject(),
                role,
                purpose,
                DOOR,
                action,
                List.copyOf(new TreeSet<>(persons)),
                List.copyOf(attributes),
                detail));
    }

    /** Whether values are shown masked or as they are. */
    static String detail(boolean reveal) {
        return reveal ? "revealed" : "masked";
    }
}
