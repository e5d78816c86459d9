package org.childfile.ingest.landing;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One transaction at a time may pull or map a feed, on however many nodes: a lock on the feed's row of a table that only the
 * program may write.
 */
final class FeedLock {

    private FeedLock() {}

    static void take(JdbcClient jdbc, String feed) {
        jdbc.sql("insert into landing.feed_lock (feed) values (:feed) on conflict do nothing")
                .param("feed", feed)
                .update();
        jdbc.sql("select feed from landing.feed_lock where feed = :feed for update")
                .param("feed", feed)
                .query(String.class)
                .single();
    }
}
