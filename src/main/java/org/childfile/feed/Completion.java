package org.childfile.feed;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a pull once all of it was read.
 *
 * @param records how many records it held
 * @param watermark from where the next pull goes on; empty where the feed has none or nothing new came
 * @param drift the fields that the contract does not know or that are absent, one note each
 */
public record Completion(int records, Optional<String> watermark, List<String> drift) {
    public Completion {
        drift = List.copyOf(drift);
    }
}
