package org.childfile.landing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** One transaction at a time may pull or map a feed, on however many nodes. */
final class FeedLock {

    private FeedLock() {}

    static void take(JdbcClient jdbc, String feed) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('childfile feed'), hashtext(:feed))")
                .param("feed", feed)
                .query(row -> {});
    }
}
