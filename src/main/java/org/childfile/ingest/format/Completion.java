package org.childfile.ingest.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a pull once all of it was read.
 *
 * @param records how many records it held
 * @param watermark from where the next pull goes on; empty where the feed has none or nothing new came
 * @param drift the fields that the contract does not know or that are absent, and what else the report tells, one note each
 * @param all how many records the department says that it has; empty where it was not asked
 */
public record Completion(int records, Optional<String> watermark, List<String> drift, OptionalInt all) {
    public Completion {
        drift = List.copyOf(drift);
    }

    public Completion withAll(OptionalInt count) {
        return new Completion(records, watermark, drift, count);
    }
}
