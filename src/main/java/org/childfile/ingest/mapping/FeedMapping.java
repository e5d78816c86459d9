package org.childfile.ingest.mapping;

import java.util.List;

/**
 * How the records of one feed become standard records: one file of {@code mappings/}, every value checked.
 *
 * @param digest of the file's bytes; records that were mapped under another digest are mapped anew
 */
record FeedMapping(String file, String feed, Population population, List<AttributeRule> rules, String digest) {
    FeedMapping {
        rules = List.copyOf(rules);
    }
}
