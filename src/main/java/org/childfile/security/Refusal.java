package org.childfile.security;

import java.util.Locale;

/**
 * Why a request is refused: stable codes, the last part of a problem's type {@code urn:childfile:problem:CODE} (RFC 9457).
 * Their texts stand in {@code refusals_zh.properties} and {@code refusals_en.properties}.
 */
public enum Refusal {
    MALFORMED_REQUEST(400),
    INVALID_PARAMETER(400),
    UNKNOWN_PARAMETER(400),
    INVALID_CURSOR(400),
    INVALID_BODY(400),
    NO_TOKEN(401),
    INVALID_TOKEN(401),
    NOT_SIGNED(401),
    NOT_ALLOWED(403),
    PURPOSE_NEEDED(403),
    PURPOSE_NOT_GRANTED(403),
    NO_SUCH_PAGE(404),
    NO_SUCH_PERSON(404),
    NO_SUCH_VERSION(404),
    NO_SUCH_PAIRING(404),
    NO_SUCH_CALL(404),
    NO_SUCH_FEED(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    PUSH_REUSED(409),
    TOO_LARGE(413),
    TOO_MANY_RECORDS(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    KEY_REUSED(422),
    UNREADABLE_PUSH(422),
    INBOX_FULL(429),
    TOO_MANY_REQUESTS(429),
    INTERNAL(500),
    REPORT_NOT_TAKEN(503);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** Whether it is about what the asker may see, and not about how it was asked. */
    public boolean isOfRights() {
        return switch (this) {
            case NOT_ALLOWED,
                    PURPOSE_NEEDED,
                    PURPOSE_NOT_GRANTED,
                    NO_SUCH_PERSON,
                    NO_SUCH_VERSION,
                    NO_SUCH_PAIRING,
                    NO_SUCH_CALL -> true;
            case MALFORMED_REQUEST,
                    INVALID_PARAMETER,
                    UNKNOWN_PARAMETER,
                    INVALID_CURSOR,
                    INVALID_BODY,
                    NO_TOKEN,
                    INVALID_TOKEN,
                    NOT_SIGNED,
                    NO_SUCH_FEED,
                    PUSH_REUSED,
                    TOO_MANY_RECORDS,
                    UNREADABLE_PUSH,
                    INBOX_FULL,
                    NO_SUCH_PAGE,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    KEY_REUSED,
                    TOO_MANY_REQUESTS,
                    INTERNAL,
                    REPORT_NOT_TAKEN -> false;
        };
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Such as {@code no-such-person}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
