package org.childfile.jobs;

import java.util.List;
import org.childfile.access.privacy.Keyring;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.landing.Decision;
import org.childfile.ingest.landing.Landing;
import org.childfile.ingest.landing.PendingRecords;
import org.childfile.kernel.Message;
import org.childfile.settings.Section;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An operator's decisions about what was landed and is not in force. */
@Component
public class HeldPulls {

    private final PipelineSettings settings;
    private final Landing landing;
    private final PendingRecords pending;
    private final TransactionTemplate transaction;

    HeldPulls(
            PipelineSettings settings,
            Landing landing,
            javax.sql.DataSource dataSource,
            Keyring keys,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.landing = landing;
        this.pending = new PendingRecords(dataSource, keys);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The name of a feed that the connectors know. */
    public String known(String feed) {
        return connector(feed).feed();
    }

    /** Puts the held pull of a feed in force; false if none is held. */
    public boolean approve(String feed, Decision decision) {
        String known = known(feed);
        return Boolean.TRUE.equals(transaction.execute(status -> landing.approve(known, decision)));
    }

    /** Refuses the held pull of a feed; false if none is held. */
    public boolean reject(String feed, Decision decision) {
        String known = known(feed);
        return Boolean.TRUE.equals(transaction.execute(status -> landing.reject(known, decision)));
    }

    /** Lets the quarantined records of a feed be mapped again; tells how many. */
    public int replay(String feed) {
        Connector connector = connector(feed);
        Integer count = transaction.execute(status -> pending.replay(connector.feed()));
        return count == null ? 0 : count;
    }

    /** How many records of a feed were mapped in vain. */
    public int quarantined(String feed) {
        return pending.quarantined(connector(feed).feed());
    }

    /** How many open entries of a feed are of records that could not be read, which mapping again does not mend. */
    public int unreadable(String feed) {
        return pending.unreadable(connector(feed).feed());
    }

    /** Puts open entries of the quarantine away for a person's reason; tells how many. */
    public int dismiss(List<Long> entries, String actor, String reason) {
        Integer count = transaction.execute(status -> pending.dismiss(entries, actor, reason));
        return count == null ? 0 : count;
    }

    /** Opens entries again that a person put away; tells how many. */
    public int reopen(List<Long> entries) {
        Integer count = transaction.execute(status -> pending.reopen(entries));
        return count == null ? 0 : count;
    }

    /** The feeds that the connectors know. */
    public List<String> feeds() {
        return settings.connectors().feeds();
    }

    private Connector connector(String feed) {
        return settings.connectors()
                .find(feed)
                .orElseThrow(() -> new Runs.NoSuch(Message.of(
                        "run.refused.no-feed",
                        feed + Section.hint(feed, settings.connectors().feeds()),
                        String.join(", ", settings.connectors().feeds()))));
    }
}
