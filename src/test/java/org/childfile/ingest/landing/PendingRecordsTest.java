package org.childfile.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.childfile.access.keys.TestKeys;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PendingRecordsTest {

    private static final String FEED = "education";

    private final DataSource database = TestServer.fresh().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final PendingRecords pending = new PendingRecords(database, TestKeys.of(database));
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));

    /** A person replays while a step that has read what is pending has not settled it yet. */
    @Test
    void aReplayWhileTheFeedIsBeingMappedIsNotLost() throws Exception {
        jdbc.sql("""
                        insert into landing.pull (feed, state, started, ended) values ('education', 'landed', now(), now());
                        insert into landing.current (feed, key, pull_id, seq, hash, withdrawn, quarantined, is_new)
                        values ('education', 'J1', 1, 1, '', false, true, true)""").update();
        try (ExecutorService second = Executors.newSingleThreadExecutor()) {
            Future<Integer> replayed = transaction.execute(status -> {
                pending.lock(FEED);
                Future<Integer> waiting = second.submit(() -> transaction.execute(within -> pending.replay(FEED)));
                untilSomebodyWaits();
                pending.settle(FEED, List.of());
                return waiting;
            });
            assertThat(replayed.get()).isEqualTo(1);
        }
        assertThat(jdbc.sql("select key from landing.pending")
                        .query(String.class)
                        .list())
                .containsExactly("J1");
        assertThat(pending.quarantined(FEED)).isEqualTo(1);
    }

    private void untilSomebodyWaits() {
        Instant until = Instant.now().plusSeconds(20);
        while (jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single() == 0 && Instant.now().isBefore(until)) {
            Thread.onSpinWait();
        }
    }
}
