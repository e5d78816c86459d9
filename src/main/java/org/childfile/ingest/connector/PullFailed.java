package org.childfile.ingest.connector;

import org.jspecify.annotations.Nullable;

/** A pull cannot be completed; the last good pull stays in force. The message names no person and no secret. */
public final class PullFailed extends RuntimeException {

    /** Why, and whether asking again may help. */
    public enum Reason {
        NOT_CONFIGURED(false),
        UNREACHABLE(true),
        REFUSED_LOGIN(false),
        UNKNOWN_SERVER(false),
        BUSY(true),
        HTTP_STATUS(true),
        BUSINESS_CODE(true),
        TOKEN_EXPIRED(true),
        NOT_THE_FORMAT(true),
        CUT_SHORT(true),
        CHECKSUM(true),
        WRONG_TOTAL(true),
        REPEATED_PAGE(true),
        MISSING_COLUMN(false),
        DOUBLED_COLUMN(false),
        FORBIDDEN_XML(false),
        FORBIDDEN_ADDRESS(false),
        TOO_LARGE(false),
        TOO_SLOW(false),
        NOT_WHOLE(true),
        UNEXPECTED(false);

        private final boolean worthRetrying;

        Reason(boolean worthRetrying) {
            this.worthRetrying = worthRetrying;
        }

        /** Whether asking again may help. */
        public boolean worthRetrying() {
            return worthRetrying;
        }
    }

    private final Reason reason;
    private final long retryAfterMillis;
    private boolean exhausted;

    public PullFailed(Reason reason, String message) {
        this(reason, message, -1, null);
    }

    public PullFailed(Reason reason, String message, long retryAfterMillis, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfterMillis = retryAfterMillis;
    }

    /** An error of this program's own that ends the pull. Its text may repeat the feed's bytes, so only its place is told. */
    public static PullFailed unexpected(RuntimeException error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        return new PullFailed(
                Reason.UNEXPECTED,
                "an error of this program: " + root.getClass().getSimpleName()
                        + (trace.length == 0 ? "" : " at " + trace[0]),
                -1,
                error);
    }

    public Reason reason() {
        return reason;
    }

    /** How long the department asked to wait; negative where it did not. */
    public long retryAfterMillis() {
        return retryAfterMillis;
    }

    /** Whether the whole pull may succeed when it is begun again; not so after a request used up its own attempts. */
    public boolean worthBeginningAgain() {
        return reason.worthRetrying() && !exhausted;
    }

    public PullFailed afterAllAttempts() {
        exhausted = true;
        return this;
    }
}
