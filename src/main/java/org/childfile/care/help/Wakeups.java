package org.childfile.care.help;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.KeysUnusable;
import org.childfile.care.help.ApplicationTemplate.Telephone;
import org.childfile.care.help.OutboxStore.Step;
import org.childfile.care.help.Standing.Transition;
import org.childfile.care.help.WakeupStore.Noted;
import org.childfile.database.Outage;
import org.childfile.files.setaside.SetAside;
import org.childfile.files.setaside.SetAsideStore;
import org.childfile.outbound.OutboundClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Takes calls for help, and sends what follows from them:
 *
 * <ol>
 *   <li>A call, its event list and its applications are written in one transaction. The same call arriving again is the same
 *       call.
 *   <li>A call of abuse goes a way of its own, past everything that waits or hangs, and is sent before {@link #call} returns,
 *       which is within {@link #PATIENCE}: the answer says whether the route stood, and whom to telephone.
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

    private static final Logger LOG = LoggerFactory.getLogger(Wakeups.class);
    private static final String STAGE = "wake-ups";
    /** How long a report of abuse waits for the departments, and the end of the program for what is on its way. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** How long a round of a schedule waits; shorter than what lies between two. */
    private static final Duration ROUND = Duration.ofSeconds(50);
    /** Who asked for all to be sent waits for every answer. */
    private static final Duration WHOLE = Duration.ofDays(1);

    /** How often it is looked whether what somebody else sends has arrived. */
    private static final Duration LOOK = Duration.ofMillis(100);

    /** To one department; the rest is sent by the next round. */
    private static final int AT_ONCE = 4;
    /** No report waits for another one. */
    private static final int REPORTS_AT_ONCE = 1000;

    private final Templates templates;
    private final Lane ordinary;
    private final Lane reports;
    private final Deadlines deadlines;
    private final SetAsideStore aside;
    private final Clock clock;
    private final ExecutorService soon = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration patience;
    /** Reports of abuse that nights began to send. */
    private final Queue<Future<Boolean>> underway = new ConcurrentLinkedQueue<>();

    /**
     * What takes and sends calls.
     *
     * @param connections for all but reports of abuse
     * @param ofReports for these alone
     */
    public Wakeups(
            WakeupRules rules,
            Templates templates,
            OutboundClient outbound,
            Connections connections,
            Connections ofReports,
            Keyring keys,
            Clock clock) {
        this(rules, templates, outbound, connections, ofReports, keys, clock, PATIENCE);
    }

    Wakeups(
            WakeupRules rules,
            Templates templates,
            OutboundClient outbound,
            Connections connections,
            Connections ofReports,
            Keyring keys,
            Clock clock,
            Duration patience) {
        this.templates = templates;
        this.ordinary = new Lane(rules, templates, outbound, connections, keys, clock, AT_ONCE);
        this.reports = new Lane(rules, templates, outbound, ofReports, keys, clock, REPORTS_AT_ONCE);
        this.deadlines = new Deadlines(templates, ordinary.outbox, ordinary.applications, clock);
        this.aside = new SetAsideStore(connections.dataSource());
        this.clock = clock;
        this.patience = patience;
    }

    /** Connections to the warehouse, and the transactions on them. */
    public record Connections(DataSource dataSource, PlatformTransactionManager transactions) {}

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
        Outcome outcome = lane(call.kind()).intake.take(call, day);
        return call.kind().urgent() && outcome instanceof Outcome.Taken taken ? report(taken) : outcome;
    }

    private Lane lane(Kind kind) {
        return kind.urgent() ? reports : ordinary;
    }

    /** The id under which a child lives; empty for one that was never given, or lives no more. */
    public Optional<String> living(String child) {
        return ordinary.outbox.inTransaction(() -> ordinary.store.living(child));
    }

    /** Sends what a call asks for, without letting its caller wait. */
    public void sendSoon(String wakeup) {
        for (String id : ordinary.outbox.inTransaction(() -> ordinary.applications.of(wakeup))) {
            soon.execute(() -> ordinary.outbox.send(id));
        }
    }

    /** Sends what a call asks for; how much of it the departments have by then. */
    public int sendNow(String wakeup) {
        List<String> ids = ordinary.outbox.inTransaction(() -> ordinary.applications.of(wakeup));
        return Math.toIntExact(arrived(sending(ordinary, ids), WHOLE));
    }

    /** How many applications wait to be sent; reports of abuse are counted nowhere. */
    public int waiting() {
        return ordinary.outbox.waiting();
    }

    /** While the program serves: sends and asks about what is due by now, and finds what is overdue. */
    public Round work(LocalDate day) {
        Outbox.Pass sent = ordinary.outbox.send(ROUND);
        Outbox.Pass followed = ordinary.outbox.follow(ROUND);
        return new Round(0, sent.well(), followed.well(), sent.failed() + followed.failed(), deadlines.escalate(day));
    }

    /** Sends all that waits, whenever it was to be tried next. */
    public Round send() {
        hurry();
        Outbox.Pass sent = ordinary.outbox.send(WHOLE);
        return new Round(0, sent.well(), 0, sent.failed(), 0);
    }

    /** Asks about all that has not ended, and finds what is overdue. */
    public Round follow(LocalDate day) {
        ask();
        Outbox.Pass followed = ordinary.outbox.follow(WHOLE);
        return new Round(0, 0, followed.well(), followed.failed(), deadlines.escalate(day));
    }

    /**
     * The night's part: gives calls to the children as whom theirs live on, takes the calls that the feeds brought, and finds what
     * is overdue. Reports of abuse begin to be sent at once; nothing is waited for here, see {@link #awaitReports} and
     * {@link #work}.
     */
    public Round night(String runId, LocalDate day) {
        List<Noted> noted = ordinary.outbox.inTransaction(() -> {
            ordinary.store.follow();
            return ordinary.store.noted();
        });
        int taken = 0;
        List<SetAside> failed = new ArrayList<>();
        for (Noted each : noted) {
            try {
                Outcome.Taken call = note(each, runId, day);
                if (each.kind().urgent()) {
                    underway.addAll(sending(
                            reports, reports.outbox.inTransaction(() -> reports.applications.of(call.wakeup()))));
                } else if (call.fresh()) {
                    // Counts are published: what they count may be told to whoever sees them.
                    taken++;
                }
            } catch (KeysUnusable e) {
                throw e;
            } catch (RuntimeException e) {
                if (Outage.is(e)) {
                    throw e;
                }
                // One call is one transaction: the others must go out.
                failed.add(SetAside.unexpected(SetAside.subject(each.key()), each.key(), e));
            }
        }
        ordinary.outbox.inTransaction(() -> {
            failed.addAll(ordinary.store.unknownProblems());
            aside.settle(STAGE, runId, failed, subject -> true);
            return true;
        });
        return new Round(taken, 0, 0, 0, deadlines.escalate(day));
    }

    /**
     * Sends the reports of abuse that wait, those too which a night began to send that was killed, and waits for them: before a
     * process ends that sends nothing else.
     */
    public void awaitReports() {
        List<Future<Boolean>> begun = new ArrayList<>();
        for (Future<Boolean> next = underway.poll(); next != null; next = underway.poll()) {
            begun.add(next);
        }
        List<String> ids = reports.outbox.inTransaction(() -> reports.applications.reportsToSend(clock.instant()));
        begun.addAll(sending(reports, ids));
        arrived(begun, ROUND);
    }

    /** A person lets the drafts of a call be sent; how many there were. */
    public int confirm(String wakeup, String actor) {
        Instant now = clock.instant();
        return ordinary.outbox.inTransaction(() -> {
            int confirmed = 0;
            for (String id : ordinary.applications.of(wakeup)) {
                Application application = ordinary.applications.locked(id).orElseThrow();
                if (application.standing().departmentState() == State.DRAFTED) {
                    ordinary.applications.confirmed(id, actor);
                    ordinary.applications.take(application, new Step(new Transition.Confirmed(), actor), now);
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
        return ordinary.outbox
                .inTransaction(() -> ordinary.store.again(wakeup, child, actor, clock.instant()))
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
        return ordinary.outbox.inTransaction(() -> {
            // The applications first, as whoever sends them locks them before their call.
            List<Application> unsent = ordinary.applications.unsent(wakeup, clock.instant());
            if (!ordinary.store.close(wakeup, actor, reason, clock.instant())) {
                return false;
            }
            unsent.forEach(application -> ordinary.outbox.cancel(application, actor));
            ordinary.applications.closed(wakeup);
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
        ordinary.close();
        reports.close();
    }

    private void hurry() {
        ordinary.outbox.inTransaction(() -> {
            ordinary.applications.hurry(clock.instant());
            return true;
        });
    }

    private void ask() {
        ordinary.outbox.inTransaction(() -> {
            ordinary.applications.ask(clock.instant());
            return true;
        });
    }

    private Outcome.Taken note(Noted noted, String runId, LocalDate day) {
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
        return switch (lane(call.kind()).intake.take(call, day)) {
            case Outcome.Taken taken -> taken;
            case Outcome.KeyReused ignored -> throw new IllegalStateException("a feed's call has no key of a caller");
        };
    }

    /** Sends a report of abuse; whom to telephone where not all of it went in time. */
    private Outcome.Taken report(Outcome.Taken taken) {
        long until = System.nanoTime() + patience.toNanos();
        List<String> ids = reports.outbox.inTransaction(() -> reports.applications.of(taken.wakeup()));
        arrived(sending(reports, ids), patience);
        boolean down = ids.isEmpty() || !gone(ids, until);
        return new Outcome.Taken(taken.wakeup(), taken.fresh(), down ? telephones() : List.of());
    }

    /** Whether departments have all of these by a moment; what somebody else is sending is waited for. */
    private boolean gone(List<String> ids, long until) {
        while (true) {
            Map<String, Boolean> unsent =
                    reports.outbox.inTransaction(() -> reports.applications.unsent(ids, clock.instant()));
            if (unsent.isEmpty() || unsent.containsValue(false) || System.nanoTime() > until) {
                return unsent.isEmpty();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** The kind of a call; empty where there is none of this id. */
    public Optional<Kind> kind(String wakeup) {
        return ordinary.outbox.inTransaction(() -> ordinary.store.kind(wakeup));
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

    private List<Future<Boolean>> sending(Lane lane, List<String> ids) {
        return ids.stream().map(id -> soon.submit(() -> lane.outbox.send(id))).toList();
    }

    /** How many have arrived within a time; what has not goes on by itself. */
    private static long arrived(List<Future<Boolean>> all, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        long arrived = 0;
        for (Future<Boolean> each : all) {
            try {
                arrived += each.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS) ? 1 : 0;
            } catch (TimeoutException e) {
                // It goes on by itself.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return arrived;
            } catch (ExecutionException e) {
                // One application must not keep the others, nor a night; it is still to be sent.
                LOG.error("an application could not be worked on", e.getCause());
            }
        }
        return arrived;
    }
}
