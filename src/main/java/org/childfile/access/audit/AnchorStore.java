package org.childfile.access.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of anchors that were taken, and of what was sent to whom. */
final class AnchorStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AnchorStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** An anchor that a receiver does not have yet. */
    record Pending(long number, SealedAnchor anchor) {}

    Anchor head() {
        return jdbc.sql("select count, encode(hash, 'hex') from audit.head")
                .query((row, number) -> new Anchor("", row.getLong(1), row.getString(2)))
                .single();
    }

    /** Keeps an anchor, to be sent to receivers. */
    void keep(SealedAnchor anchor, List<String> connectors) {
        transaction.executeWithoutResult(status -> {
            long number = jdbc.sql("""
                            insert into audit.anchor (run_id, at, count, hash, key_id, seal)
                            values (:run, :at, :count, :hash, :key, :seal) returning anchor_id""")
                    .param("run", anchor.run())
                    .param("at", anchor.at().atOffset(ZoneOffset.UTC))
                    .param("count", anchor.count())
                    .param("hash", anchor.hash())
                    .param("key", anchor.key())
                    .param("seal", anchor.seal())
                    .query(Long.class)
                    .single();
            for (String connector : connectors) {
                jdbc.sql("insert into audit.anchor_push (anchor_id, connector) values (:number, :connector)")
                        .param("number", number)
                        .param("connector", connector)
                        .update();
            }
        });
    }

    /** What a receiver does not have yet, the oldest first. */
    List<Pending> pending(String connector) {
        return jdbc.sql("""
                        select a.* from audit.anchor_push p join audit.anchor a using (anchor_id)
                        where p.connector = :connector and p.sent_at is null order by a.anchor_id""")
                .param("connector", connector)
                .query((row, number) -> new Pending(
                        row.getLong("anchor_id"),
                        new SealedAnchor(
                                row.getString("run_id"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getLong("count"),
                                row.getString("hash"),
                                row.getString("key_id"),
                                row.getString("seal"))))
                .list();
    }

    void sent(long number, String connector) {
        jdbc.sql("""
                        update audit.anchor_push set attempts = attempts + 1, sent_at = clock_timestamp(), failure = ''
                        where anchor_id = :number and connector = :connector""").param("number", number).param("connector", connector).update();
    }

    void failed(long number, String connector, String failure) {
        jdbc.sql("""
                        update audit.anchor_push set attempts = attempts + 1, failure = :failure
                        where anchor_id = :number and connector = :connector""")
                .param("failure", failure)
                .param("number", number)
                .param("connector", connector)
                .update();
    }
}
