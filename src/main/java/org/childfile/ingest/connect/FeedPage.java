package org.childfile.ingest.connect;

import java.util.List;
import java.util.OptionalInt;

/**
 * One page of a paged feed.
 *
 * @param records each record's bytes as they stood in the page
 * @param number the page's own number; empty where it says none
 * @param pages how many pages there are; empty where it says none
 * @param total how many records there are over all pages; empty where it says none
 * @param next the cursor of the next page; empty on the last
 * @param watermark from where the next pull goes on; empty where it says none
 */
record FeedPage(
        List<byte[]> records,
        OptionalInt number,
        OptionalInt pages,
        OptionalInt total,
        java.util.Optional<String> next,
        java.util.Optional<String> watermark) {}
