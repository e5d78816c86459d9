package org.childfile.care.duties;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One owed period.
 *
 * @param doneAt when it was first done in it
 * @param lastAt when it was last done in it
 */
record Duty(
        String pairingId,
        DutyKind kind,
        Span period,
        DutyState state,
        @Nullable Instant doneAt,
        @Nullable Instant lastAt) {}
