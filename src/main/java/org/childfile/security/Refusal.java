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
    NOT_ALLOWED(403),
    PURPOSE_NEEDED(403),
    PURPOSE_NOT_GRANTED(403),
    NO_SUCH_PAGE(404),
    NO_SUCH_PERSON(404),
    NO_SUCH_VERSION(404),
    NO_SUCH_PAIRING(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_REQUESTS(429),
    INTERNAL(500);

    private final int status;

    Refusal(int status) {
        this.status = status;
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
