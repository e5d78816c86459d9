package org.childfile.ingest.landing;

/** What a pull brought of one key. */
enum KeyCame {
    SOUND,
    /** It came sound, and with another content that is older. */
    SUPERSEDING,
    /** It came, or may have come, in a row that cannot be used or that contradicts another. */
    BROKEN,
    NOT_AT_ALL
}
