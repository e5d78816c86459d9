package org.childfile.care.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.childfile.access.erasure.Correction;
import org.childfile.access.erasure.Corrections;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.care.help.Body;
import org.childfile.care.help.NameBasedIds;
import org.childfile.care.help.Standing;
import org.childfile.care.help.Standing.Transition;
import org.childfile.care.help.State;
import org.childfile.care.rectification.RequestStore.Event;
import org.childfile.ingest.mapping.Mappings;
import org.childfile.kernel.SourceKey;
import org.childfile.outbound.OutboundClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells departments of records that were proved wrong, and follows what becomes of it:
 *
 * <ol>
 *   <li>A correction in force outranks a record of a feed whose department has a template: a request is written.
 *   <li>Who sends it takes it by a lease and holds no connection meanwhile; sent again, it has the same idempotency key, its id.
 *   <li>The department is asked how it stands. When the feed comes to say the same, or the correction is taken back, the
 *       request ends by itself; when its deadline passes first, it is overdue, and goes on.
 * </ol>
 *
 * <p>Each step is a transaction of its own, whatever transaction the caller is in: what was sent stays sent. A department that
 * cannot be reached is tried again later, and its requests ask for a person after some attempts.
 *
 * <p>Source: Personal Information Protection Law, art. 46; Provisions on the Cyber Protection of Children's Personal
 * Information, art. 19.
 */
public final class Rectification {

    private final RequestTemplates templates;
    private final Mappings mappings;
    private final Corrections corrections;
    private final RequestStore store;
    private final RequestSender sender;
    private final Keyring keys;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Rectification(
            RequestTemplates templates,
            Mappings mappings,
            OutboundClient outbound,
            DataSource dataSource,
            Keyring keys,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.templates = templates;
        this.mappings = mappings;
        this.corrections = new Corrections(dataSource, keys);
        this.store = new RequestStore(dataSource, keys);
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.sender = new RequestSender(templates, outbound, store, transaction, clock);
    }

    /** What a round of work did: requests written, sent, asked about, ended by themselves, gone wrong, and newly overdue. */
    public record Round(int drafted, int sent, int followed, int closed, int failed, int overdue) {
        /** How many things were done. */
        public int done() {
            return drafted + sent + followed + closed + overdue;
        }
    }

    /** Where sealed values are. */
    public static List<SealedColumn> sealed() {
        return List.of(RequestStore.BODY, RequestStore.ANSWER);
    }

    /** What a department wrote, for who may see it. */
    public static String answer(Keyring keys, String request, int number, byte[] sealed) {
        return RequestStore.answer(keys, request, number, sealed);
    }

    /** While the program serves: all that is due by now. */
    public Round work(LocalDate day) {
        int closed = close();
        int drafted = draft(day).size();
        RequestSender.Pass sent = sender.send();
        RequestSender.Pass followed = sender.follow();
        return new Round(
                drafted, sent.well(), followed.well(), closed, sent.failed() + followed.failed(), escalate(day));
    }

    /** The night's part: requests are written, ended and found overdue. Nobody waits for a department here. */
    public Round night(LocalDate day) {
        int closed = close();
        return new Round(draft(day).size(), 0, 0, closed, 0, escalate(day));
    }

    /** All of it, whenever it was to be tried next. */
    public Round all(LocalDate day) {
        inTransaction(() -> {
            store.hurry(clock.instant());
            return true;
        });
        return work(day);
    }

    /** How many requests wait to be sent. */
    public int waiting() {
        return inTransaction(store::waiting);
    }

    /** Tells departments of what was corrected just now, without waiting for the night; what fails is tried again then. */
    public void tell(LocalDate day) {
        close();
        for (String id : draft(day)) {
            sender.send(id);
        }
    }

    private List<String> draft(LocalDate day) {
        return inTransaction(() -> {
            Map<Long, Correction> byNumber = new HashMap<>();
            corrections.inForce().values().forEach(all -> all.forEach(each -> byNumber.put(each.number(), each)));
            List<String> drafted = new ArrayList<>();
            corrections.outranked().forEach((number, records) -> {
                Correction correction = byNumber.get(number);
                if (correction != null) {
                    records.forEach(record -> templates
                            .of(record.feed())
                            .flatMap(template -> draft(correction, record, template, day))
                            .ifPresent(drafted::add));
                }
            });
            return drafted;
        });
    }

    private Optional<String> draft(Correction correction, SourceKey record, RequestTemplate template, LocalDate day) {
        return store.round(correction.number(), record).flatMap(round -> {
            String id = NameBasedIds.of('K', correction.number() + "\0" + record + '\0' + round);
            LocalDate deadline = templates.days().after(day, template.workingDays());
            Map<String, Object> facts = new HashMap<>();
            facts.put("request", id);
            facts.put("record", keys.tokens().clear(record.key()));
            facts.put("field", mappings.field(record.feed(), correction.attribute()));
            facts.put("attribute", correction.attribute());
            facts.put("value", correction.value() == null ? "" : correction.value());
            facts.put("since", correction.since().map(LocalDate::toString).orElse(""));
            facts.put("deadline", deadline.toString());
            byte[] body = Body.json(template.body().filled(facts));
            // Somebody else may have drafted the same one a moment ago.
            return store.insert(id, correction, record, template, day, deadline, body, clock.instant())
                    ? Optional.of(id)
                    : Optional.empty();
        });
    }

    /** Ends what has become needless. */
    private int close() {
        return inTransaction(() -> {
            List<RequestStore.Closing> all = store.toClose();
            all.forEach(each -> store.locked(each.id())
                    .ifPresent(request -> store.take(
                            request,
                            new Standing(State.DONE, State.DONE),
                            new Event(
                                    "childfile",
                                    each.outcome()
                                            .toUpperCase(java.util.Locale.ROOT)
                                            .replace('-', '_'),
                                    null),
                            each.outcome(),
                            clock.instant())));
            return all.size();
        });
    }

    private int escalate(LocalDate day) {
        List<String> late = inTransaction(() -> store.late(day));
        late.forEach(id -> inTransaction(() -> {
            Request request = store.locked(id).orElseThrow();
            store.take(
                    request,
                    request.standing().after(new Transition.DeadlinePassed()),
                    new Event("childfile", "OVERDUE", null),
                    null,
                    clock.instant());
            store.overdue(id, day);
            return true;
        }));
        return late.size();
    }

    private <T> T inTransaction(Supplier<T> work) {
        T done = transaction.execute(status -> work.get());
        if (done == null) {
            throw new IllegalStateException("a request ended without a result");
        }
        return done;
    }
}
