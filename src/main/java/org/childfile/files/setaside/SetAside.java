package org.childfile.files.setaside;

import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record or a person that a stage could not work on.
 *
 * @param subject what it counts as: the id of a person, or the feed and the stored key of a record
 * @param record the record whose value is at fault, its key as it is stored; null where none is known
 * @param field the attribute at fault; empty where none is known
 * @param reason a code of the quarantine's, or {@link #UNEXPECTED}
 */
public record SetAside(String subject, @Nullable SourceKey record, String field, String reason) {

    /** An error that nobody thought of; the log has its place in the program. */
    public static final String UNEXPECTED = "UNEXPECTED";

    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

    /** Of a record, for itself. */
    public static SetAside of(SourceKey stored, String field, String reason) {
        return new SetAside(subject(stored), stored, field, reason);
    }

    /** The same for a person whose record it is. */
    public SetAside forPerson(String personId) {
        return new SetAside(personId, record, field, reason);
    }

    /** For an error that nobody thought of. Its message may hold values, so only its kind and place are told. */
    public static SetAside unexpected(String subject, @Nullable SourceKey stored, RuntimeException error) {
        StackTraceElement[] trace = error.getStackTrace();
        LOG.error(
                "{} is set aside: {} at {}",
                subject,
                error.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        return new SetAside(subject, stored, "", UNEXPECTED);
    }

    /** How a record is named as a subject. */
    public static String subject(SourceKey stored) {
        return stored.feed() + " " + stored.key();
    }
}
