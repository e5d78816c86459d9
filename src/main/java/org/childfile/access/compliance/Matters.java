package org.childfile.access.compliance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.childfile.access.compliance.Entry.Said;
import org.childfile.access.compliance.Matter.Sort;
import org.childfile.access.compliance.Matter.Step;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.kernel.CityTime;
import org.childfile.kernel.Message;

/**
 * The log of breaches and the record of impact assessments. What was said is added to, never changed; each line has who said it
 * and when.
 *
 * <p>Source: Personal Information Protection Law, art. 55 to 57; Provisions on the Cyber Protection of Children's Personal
 * Information, art. 21.
 */
public final class Matters {

    /** The step of an impact assessment by which it is looked at again. */
    public static final String REVIEW = "review";

    private final ComplianceRules rules;
    private final MatterStore store;
    private final Clock clock;

    public Matters(ComplianceRules rules, DataSource dataSource, Keyring keys, Clock clock) {
        this.rules = rules;
        this.store = new MatterStore(dataSource, keys);
        this.clock = clock;
    }

    /** What became of what was said. */
    public sealed interface Outcome {
        record Done(Matter matter) implements Outcome {}

        /** Nothing was written; why, and how to mend it. */
        record Refused(Message why) implements Outcome {}
    }

    /** Where sealed values are. */
    public static SealedColumn sealed() {
        return MatterStore.SAID;
    }

    /**
     * Opens a breach: what must be done by when follows from its kind.
     *
     * @param noticedAt not in the future
     */
    public Outcome openBreach(String kind, Instant noticedAt, Said said) {
        ComplianceRules.BreachKind rule = rules.breaches().get(kind);
        if (rule == null) {
            return refused("no-kind", kind, String.join(", ", rules.breaches().keySet()));
        }
        if (noticedAt.isAfter(clock.instant())) {
            return refused("in-the-future");
        }
        return written(() -> {
            String id = store.insert(Sort.BREACH, kind, "", noticedAt, clock.instant());
            rule.steps().forEach(step -> store.step(id, step.id(), 1, noticedAt.plus(step.within())));
            store.entry(found(id), "open", said, 1, clock.instant());
            return new Outcome.Done(found(id));
        });
    }

    /** Opens an impact assessment, which is to be looked at again by a day. */
    public Outcome openAssessment(String title, Said said) {
        return written(() -> {
            Instant now = clock.instant();
            String id = store.insert(Sort.ASSESSMENT, "", title, now, now);
            store.step(id, REVIEW, 1, due(said, now));
            store.entry(found(id), "open", said, 1, now);
            return new Outcome.Done(found(id));
        });
    }

    /** Adds to what was said; with a step, that it was done. A review that was done has a next one. */
    public Outcome note(Sort sort, String id, Said said) {
        return on(sort, id, matter -> {
            Instant now = clock.instant();
            Optional<Step> step = said.step()
                    .flatMap(name -> matter.open().stream()
                            .filter(each -> each.step().equals(name))
                            .findFirst());
            if (said.step().isPresent() && step.isEmpty()) {
                return refused("no-open-step", id, said.step().get(), names(matter.open()));
            }
            store.entry(matter, "note", said, step.map(Step::number).orElse(1), now);
            if (step.isPresent() && step.get().step().equals(REVIEW)) {
                store.step(id, REVIEW, step.get().number() + 1, due(said, now));
            }
            return new Outcome.Done(found(id));
        });
    }

    /** Closes a matter; a breach only when all that must be done was done. */
    public Outcome close(Sort sort, String id, Said said) {
        return on(sort, id, matter -> {
            if (sort == Sort.BREACH && !matter.open().isEmpty()) {
                return refused("not-done", id, names(matter.open()));
            }
            store.entry(matter, "close", said, 1, clock.instant());
            return new Outcome.Done(found(id));
        });
    }

    /** Notes that the yearly report was made. */
    public void packMade(int year, String actor) {
        store.pack(year, actor, clock.instant());
    }

    /** One of them; empty where there is none of this id and sort. */
    public Optional<Matter> find(Sort sort, String id) {
        return store.find(id, false).filter(matter -> matter.sort() == sort);
    }

    /** The latest first. */
    public List<Matter> all(Sort sort) {
        return store.all(sort);
    }

    /** What a step of a kind of breach is called; empty where the rules name it no more. */
    public Optional<ComplianceRules.Step> rule(Matter matter, Step step) {
        return rules.step(matter.kind(), step.step());
    }

    private Instant due(Said said, Instant now) {
        LocalDate day = said.reviewDue() != null
                ? said.reviewDue()
                : now.plus(rules.reviewWithin()).atZone(CityTime.ZONE).toLocalDate();
        return day.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant();
    }

    private static String names(List<Step> steps) {
        return steps.isEmpty() ? "none" : steps.stream().map(Step::step).collect(Collectors.joining(", "));
    }

    private interface Adding {
        Outcome to(Matter matter);
    }

    private Outcome on(Sort sort, String id, Adding adding) {
        return written(() -> {
            Matter matter =
                    store.find(id, true).filter(each -> each.sort() == sort).orElse(null);
            if (matter == null) {
                return refused("no-" + sort.written(), id);
            }
            return matter.closedAt().isPresent() ? refused("closed-" + sort.written(), id) : adding.to(matter);
        });
    }

    private static Outcome refused(String code, Object... about) {
        return new Outcome.Refused(Message.of("compliance.refused." + code, about));
    }

    private Matter found(String id) {
        return store.find(id, false).orElseThrow();
    }

    private Outcome written(Supplier<Outcome> work) {
        return store.inTransaction(work);
    }
}
