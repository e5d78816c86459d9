package org.childfile.files.versions;

import java.time.LocalDate;
import org.childfile.files.merge.Profile.Value;
import org.jspecify.annotations.Nullable;

/**
 * From a day on an attribute has a value.
 *
 * @param value null where it has none from that day on
 */
record Change(String attribute, @Nullable Value value, LocalDate since) {}
