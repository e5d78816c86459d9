package org.childfile.wakeup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.childfile.feed.Outlets;
import org.childfile.linkage.TouchedPersons;
import org.childfile.privacy.Keyring;
import org.childfile.privacy.KeysUnusable;
import org.childfile.setaside.SetAside;
import org.childfile.setaside.SetAsideStore;
import org.childfile.wakeup.ApplicationTemplate.Telephone;
import org.childfile.wakeup.OutboxStore.Step;
import org.childfile.wakeup.Standing.Happening;
import org.childfile.wakeup.WakeupStore.Noted;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes calls for help, and sends what follows from them:
 *
 * <ol>
 *   <li>A call, its event list and its applications are written in one transaction. The same call arriving again is the same
 *       call.
 *   <li>A call of abuse is sent before {@link #call} returns, past everything that waits; the answer says whether the route
 *       stood, and whom to telephone.
 *   <li>What else is confirmed is sent at once by {@link #sendSoon}, and what failed by the next {@link #work}.
 * </ol>
 *
 * <p>Each of these is in transactions of its own, whatever transaction the caller is in: what was sent stays sent.
 *
 * <p>Over 250 lines: every wish of the doors, the night and the schedule is one short method here.
 */
public final class Wakeups implements AutoCloseable {

    /** Whom to call where no file says it. */
    private static final Telephone POLICE = new Telephone("110", "公安报警", "police");

    private static final String STAGE = "wake-ups";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Templates templates;
    private final WakeupStore store;
    private final OutboxStore applications;
    private final Outbox outbox;
    private final Intake intake;
    private final Deadlines deadlines;
    private final SetAsideStore aside;
    private final Clock clock;
    private final ExecutorService soon = Executors.newVirtualThreadPerTaskExecutor();

    public Wakeups(
            WakeupRules rules,
            Templates templates,
            Outlets outlets,
            DataSource dataSource,
            Keyring keys,
            PlatformTransactionManager transactions,
            Clock clock) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.templates = templates;
        this.store = new WakeupStore(dataSource, keys);
        this.applications = new OutboxStore(dataSource, keys);
        this.outbox = new Outbox(templates, outlets, dataSource, keys, own, clock);
        this.intake =
                new Intake(rules, templates, outbox, store, applications, new TouchedPersons(dataSource, keys), clock);
        this.deadlines = new Deadlines(templates, outbox, applications, clock);
        this.aside = new SetAsideStore(dataSource);
        this.clock = clock;
    }

    /** What became of a call. */
    public sealed interface Outcome {
        /**
         * It is taken.
         *
         * @param fresh whether it came for the first time
         * @param callNow whom to telephone at once, because the mandatory-reporting route is down; empty where it stands
         */
        record Taken(String wakeup, boolean fresh, List<Telephone> callNow) implements Outcome {
            public Taken {
                callNow = List.copyOf(callNow);
            }
        }

        /** Another call came under the same key. */
        record KeyReused() implements Outcome {}
    }

    /** What a round of work did: calls taken, applications sent, asked about, gone wrong, and newly overdue. */
    public record Round(int calls, int sent, int followed, int failed, int overdue) {}

    /**
     * Takes a call.
     *
     * @param day from which deadlines count
     */
    public Outcome call(Call call, LocalDate day) {
        Outcome.Taken taken = intake.take(call, day);
        if (!taken.fresh() && !outbox.inTransaction(() -> store.same(call))) {
            return new Outcome.KeyReused();
        }
        return call.kind().urgent() ? report(taken) : taken;
    }

    /** The id under which a child lives; empty for one that was never given, or lives no more. */
    public Optional<String> living(String child) {
        return outbox.inTransaction(() -> store.living(child));
    }

    /** Sends what a call asks for, without letting its caller wait. */
    public void sendSoon(String wakeup) {
        for (String id : outbox.inTransaction(() -> applications.of(wakeup))) {
            soon.execute(() -> outbox.send(id));
        }
    }

    /** Sends what a call asks for; how much of it the departments have by then. */
    public int sendNow(String wakeup) {
        int sent = 0;
        for (boolean each : sendAll(outbox.inTransaction(() -> applications.of(wakeup)))) {
            sent += each ? 1 : 0;
        }
        return sent;
    }

    /** While the program serves: sends and asks about what is due by now, and finds what is overdue. */
    public Round work(LocalDate day) {
        Outbox.Pass sent = outbox.send();
        Outbox.Pass followed = outbox.follow();
        return new Round(0, sent.well(), followed.well(), sent.failed() + followed.failed(), deadlines.strike(day));
    }

    /** Sends all that waits, whenever it was to be tried next. */
    public Round send() {
        hurry();
        Outbox.Pass sent = outbox.send();
        return new Round(0, sent.well(), 0, sent.failed(), 0);
    }

    /** Asks about all that has not ended, and finds what is overdue. */
    public Round follow(LocalDate day) {
        ask();
        Outbox.Pass followed = outbox.follow();
        return new Round(0, 0, followed.well(), followed.failed(), deadlines.strike(day));
    }

    /** The night's part: gives calls to the children as whom theirs live on, takes the calls that the feeds brought, asks about what departments have, sends what waits. */
    public Round night(String runId, LocalDate day) {
        List<Noted> noted = outbox.inTransaction(() -> {
            store.follow();
            return store.noted();
        });
        int taken = 0;
        List<SetAside> failed = new ArrayList<>();
        for (Noted each : noted) {
            try {
                // Counts are published: what they count may be told to whoever sees them.
                taken += note(each, runId, day) && !each.kind().urgent() ? 1 : 0;
            } catch (CannotGetJdbcConnectionException | KeysUnusable e) {
                throw e;
            } catch (RuntimeException e) {
                // One call is one transaction: the others must go out.
                failed.add(SetAside.unexpected(SetAside.subject(each.key()), each.key(), e));
            }
        }
        outbox.inTransaction(() -> {
            failed.addAll(store.unknownProblems());
            aside.settle(STAGE, runId, failed, subject -> true);
            return true;
        });
        // What is sent now, nobody has worked on yet.
        Round followed = follow(day);
        Round sent = send();
        return new Round(
                taken, sent.sent(), followed.followed(), sent.failed() + followed.failed(), followed.overdue());
    }

    /** A person lets the drafts of a call be sent; how many there were. */
    public int confirm(String wakeup, String actor) {
        Instant now = clock.instant();
        return outbox.inTransaction(() -> {
            int confirmed = 0;
            for (String id : applications.of(wakeup)) {
                Application application = applications.locked(id).orElseThrow();
                if (application.standing().beneath() == State.DRAFTED) {
                    applications.confirmed(id, actor);
                    applications.take(application, new Step(new Happening.Confirmed(), actor), now);
                    confirmed++;
                }
            }
            return confirmed;
        });
    }

    /**
     * A person says that a call was for another child: it ends, and the same one is made for that child, whose own event list
     * is drawn. Done before, it changes nothing.
     *
     * @return the call that was made; empty where there is none of this id
     */
    public Optional<String> anew(String wakeup, String child, String actor, String reason, LocalDate day) {
        return outbox.inTransaction(() -> store.again(wakeup, child, actor, clock.instant()))
                .map(call -> {
                    call(call, day);
                    close(wakeup, actor, reason);
                    return call.id();
                });
    }

    /**
     * A person closes a call: what was not sent is cancelled, no deadline of it counts any more, and nobody is asked to look after
     * it. False where no such call is open.
     */
    public boolean close(String wakeup, String actor, String reason) {
        return outbox.inTransaction(() -> {
            // The applications first, as whoever sends them locks them before their call.
            List<Application> unsent = applications.unsent(wakeup);
            if (!store.close(wakeup, actor, reason, clock.instant())) {
                return false;
            }
            Step closed = new Step(new Happening.CallClosed(), actor, "CALL_CLOSED", null);
            unsent.forEach(application -> applications.take(application, closed, clock.instant()));
            applications.closed(wakeup);
            return true;
        });
    }

    @Override
    public void close() {
        soon.shutdown();
        try {
            // What is on its way may arrive; what does not is sent by who comes next.
            if (!soon.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                soon.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hurry() {
        outbox.inTransaction(() -> {
            applications.hurry(clock.instant());
            return true;
        });
    }

    private void ask() {
        outbox.inTransaction(() -> {
            applications.ask(clock.instant());
            return true;
        });
    }

    private boolean note(Noted noted, String runId, LocalDate day) {
        Call call = new Call(
                noted.child(),
                noted.pairing(),
                noted.kind(),
                noted.words(),
                noted.photo(),
                new Call.Origin.Feed(noted.key(), runId),
                noted.key().feed(),
                Optional.empty(),
                noted.at());
        Outcome.Taken taken = intake.take(call, day);
        if (call.kind().urgent()) {
            sendNow(taken.wakeup());
        }
        return taken.fresh();
    }

    /** Sends a report of abuse; whom to telephone where not all of it went. */
    private Outcome.Taken report(Outcome.Taken taken) {
        List<String> ids = outbox.inTransaction(() -> applications.of(taken.wakeup()));
        sendAll(ids);
        boolean down = ids.isEmpty()
                || ids.stream()
                        .anyMatch(id -> !outbox.inTransaction(() -> applications.locked(id))
                                .map(application ->
                                        application.standing().beneath().sent())
                                .orElse(false));
        return new Outcome.Taken(taken.wakeup(), taken.fresh(), down ? telephones() : List.of());
    }

    /** The kind of a call; empty where there is none of this id. */
    public Optional<Kind> kind(String wakeup) {
        return outbox.inTransaction(() -> store.kind(wakeup));
    }

    /** Whom to telephone where there is no time, the shortest numbers first. */
    public List<Telephone> telephones() {
        List<Telephone> named = templates.all().stream()
                .flatMap(template -> template.telephones().stream())
                .distinct()
                .sorted(Comparator.comparingInt(
                                (Telephone each) -> each.number().length())
                        .thenComparing(Telephone::number))
                .toList();
        return named.isEmpty() ? List.of(POLICE) : named;
    }

    private List<Boolean> sendAll(List<String> ids) {
        List<Future<Boolean>> all =
                ids.stream().map(id -> soon.submit(() -> outbox.send(id))).toList();
        List<Boolean> sent = new ArrayList<>();
        for (Future<Boolean> each : all) {
            try {
                sent.add(each.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                sent.add(false);
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException("an application could not be worked on", e.getCause());
            }
        }
        return sent;
    }
}
