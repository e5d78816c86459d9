package org.childfile.ingest.landing;

import javax.sql.DataSource;
import org.childfile.access.privacy.Context;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Subject;
import org.childfile.kernel.SourceKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bytes that a law bids to retain of somebody who is forgotten. Runs in its caller's transaction. */
public final class RetainedContentStore {

    private final JdbcClient jdbc;
    private final Keyring keys;

    public RetainedContentStore(DataSource dataSource, Keyring keys) {
        this.jdbc = JdbcClient.create(dataSource);
        this.keys = keys;
    }

    /**
     * Seals every record that came under a key anew, as of the token that will stand for the key: the key of the subject that
     * it was sealed with is about to be destroyed.
     */
    public void retain(SourceKey key, String token) {
        Subject subject = Subject.record(key.feed(), token);
        jdbc.sql("""
                        select r.pull_id, r.seq, r.content
                        from landing.record r join landing.pull p on p.pull_id = r.pull_id
                        where p.feed = :feed and r.key = :key and length(r.content) > 0""")
                .param("feed", key.feed())
                .param("key", key.key())
                .query((row, line) -> new Content(row.getLong(1), row.getInt(2), row.getBytes(3)))
                .list()
                .forEach(content -> write(content, subject));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Content(long pull, int seq, byte[] sealed) {}

    private void write(Content content, Subject subject) {
        byte[] place = Context.of(Sealing.CONTENT, Long.toString(content.pull()), Integer.toString(content.seq()));
        jdbc.sql("update landing.record set content = :content where pull_id = :pull and seq = :seq")
                .param("content", keys.sealAnew(content.sealed(), place, subject))
                .param("pull", content.pull())
                .param("seq", content.seq())
                .update();
    }
}
