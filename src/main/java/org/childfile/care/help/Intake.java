package org.childfile.care.help;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.childfile.care.help.OutboxStore.Step;
import org.childfile.care.help.Standing.Transition;
import org.childfile.care.help.Wakeups.Outcome;
import org.childfile.files.identity.TouchedPersons;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeDomain;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;

/** Takes calls: writes them, draws their event lists and drafts their applications, each call in one transaction. */
final class Intake {

    private final WakeupRules rules;
    private final Templates templates;
    private final Outbox outbox;
    private final WakeupStore store;
    private final OutboxStore applications;
    private final TouchedPersons persons;
    private final Clock clock;

    Intake(
            WakeupRules rules,
            Templates templates,
            Outbox outbox,
            WakeupStore store,
            OutboxStore applications,
            TouchedPersons persons,
            Clock clock) {
        this.rules = rules;
        this.templates = templates;
        this.outbox = outbox;
        this.store = store;
        this.applications = applications;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * Writes a call, its event list and its applications; the same call again changes nothing, and neither does another one under
     * its key. What a feed tells of a call that it brought before is the same call, whatever it says by now.
     */
    Outcome take(Call call, LocalDate day) {
        return outbox.inTransaction(() -> {
            Call known = call.pairing() != null || call.child() == null
                    ? call
                    : call.in(store.pairing(call.child()).orElse(null));
            boolean fresh = store.insert(known, day);
            if (!fresh && !(call.origin() instanceof Call.Origin.Feed) && !store.same(known)) {
                return new Outcome.KeyReused();
            }
            if (fresh || known.child() != null && store.adopt(known)) {
                draft(known, day);
            }
            return new Outcome.Taken(known.id(), fresh, List.of());
        });
    }

    /** A value that is none of its attribute's type costs itself, and not the call. */
    private static List<SourceRecord> usable(List<SourceRecord> records) {
        return records.stream()
                .map(record -> AttributeDomain.usable(Population.CHILD, record))
                .toList();
    }

    /** The event list, and an application to each department that the call concerns. */
    private void draft(Call call, LocalDate day) {
        List<Item> items = call.child() == null
                ? List.of()
                : Item.draw(
                        rules.of(call.kind()), usable(persons.of(call.child()).records()));
        store.insert(call, items, AttributeCatalogue.of(Population.CHILD).identifiers());
        if (call.child() == null && !call.kind().urgent()) {
            return;
        }
        Instant now = clock.instant();
        for (ApplicationTemplate template : templates.of(call.kind())) {
            Draft draft = Draft.of(template, call, items, day);
            if (store.insert(call, draft, now)) {
                Application application = applications.locked(draft.id()).orElseThrow();
                applications.drafted(application, now);
                if (draft.confirmed()) {
                    applications.confirmed(draft.id(), "childfile");
                    applications.take(
                            applications.locked(draft.id()).orElseThrow(),
                            new Step(new Transition.Confirmed(), "childfile"),
                            now);
                }
            }
        }
    }
}
