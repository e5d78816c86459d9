package org.childfile.ingest.landing;

import org.jspecify.annotations.Nullable;

/**
 * Who decides about a held pull.
 *
 * @param reason in that one's words; null where none was given
 */
public record Decision(String actor, @Nullable String reason) {}
