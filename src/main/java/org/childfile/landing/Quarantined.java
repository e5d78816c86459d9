package org.childfile.landing;

import org.childfile.feed.Unusable;

/** A landed record that cannot be used, and why. */
public record Quarantined(PendingRecord record, Unusable why) {}
