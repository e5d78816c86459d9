package org.childfile.care.help;

import java.time.Clock;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.files.identity.TouchedPersons;
import org.childfile.outbound.OutboundClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A way from a call to the departments, by connections of its own: those of reports of abuse are nobody else's, so that what
 * hangs elsewhere keeps none waiting.
 */
final class Lane implements AutoCloseable {

    final WakeupStore store;
    final OutboxStore applications;
    final Outbox outbox;
    final Intake intake;

    Lane(
            WakeupRules rules,
            Templates templates,
            OutboundClient outbound,
            Wakeups.Connections connections,
            Keyring keys,
            Clock clock,
            int atOnce) {
        DataSource dataSource = connections.dataSource();
        TransactionTemplate own = new TransactionTemplate(connections.transactions());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.store = new WakeupStore(dataSource, keys);
        this.applications = new OutboxStore(dataSource, keys);
        this.outbox = new Outbox(templates, outbound, dataSource, keys, own, clock, atOnce);
        this.intake =
                new Intake(rules, templates, outbox, store, applications, new TouchedPersons(dataSource, keys), clock);
    }

    @Override
    public void close() {
        outbox.close();
    }
}
