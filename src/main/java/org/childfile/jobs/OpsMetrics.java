package org.childfile.jobs;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What monitoring needs in order to wake somebody: the last run, each feed, what was set aside. No personal data. */
@Component
@ConditionalOnProperty("childfile.schedule")
class OpsMetrics implements MeterBinder {

    /** One scrape asks many questions, and the database is to hear one. */
    private static final Duration FRESH = Duration.ofMillis(20);

    private static final List<String> FEED_STATES = List.of("ok", "stale", "held", "failed");
    private static final List<String> PULL_STATES = List.of("landed", "held", "rejected", "failed");

    private final List<String> feeds;
    private final OpsFiguresStore store;
    private final Clock clock;
    private @Nullable OpsFigures figures;
    private Instant read = Instant.MIN;

    OpsMetrics(PipelineSettings settings, DataSource dataSource, Clock clock) {
        this.feeds = settings.connectors().feeds();
        this.store = new OpsFiguresStore(dataSource);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Run.State state : Run.State.values()) {
            String written = state.name().toLowerCase(Locale.ROOT);
            gauge(
                    registry,
                    "childfile.run.state",
                    "1 for the state of the latest nightly run",
                    now -> written.equals(now.runState()) ? 1 : 0,
                    "state",
                    written);
        }
        gauge(
                registry,
                "childfile.run.ended.seconds",
                "when the latest nightly run ended (Unix time)",
                OpsFigures::runEnded);
        gauge(registry, "childfile.reviews.waiting", "pairs of records that wait for a person", OpsFigures::reviews);
        gauge(
                registry,
                "childfile.correction.requests.overdue",
                "correction requests that departments let lie",
                now -> now.duties().overdueRequests());
        gauge(
                registry,
                "childfile.breach.steps.overdue",
                "steps about breaches whose time has passed",
                now -> now.duties().overdueSteps());
        gauge(
                registry,
                "childfile.assessment.reviews.overdue",
                "impact assessments that were to be looked at again",
                now -> now.duties().overdueReviews());
        gauge(
                registry,
                "childfile.background.checks.due",
                "caring mothers in post whose check is missing or too old",
                now -> now.duties().unchecked());
        gauge(
                registry,
                "childfile.audit.pack.due",
                "1 in January as long as last year's report is not made, 2 after it",
                now -> now.duties().packDue());
        feeds.forEach(feed -> bindTo(registry, feed));
    }

    private void bindTo(MeterRegistry registry, String feed) {
        for (String state : FEED_STATES) {
            gauge(
                    registry,
                    "childfile.feed.state",
                    "1 for the state of a feed's latest pull",
                    now -> state.equals(feed(now, feed).state()) ? 1 : 0,
                    "feed",
                    feed,
                    "state",
                    state);
        }
        gauge(
                registry,
                "childfile.feed.last.good.seconds",
                "when a feed's data in force were fetched (Unix time)",
                now -> feed(now, feed).lastGood(),
                "feed",
                feed);
        gauge(
                registry,
                "childfile.quarantine.open",
                "records that are set aside and not resolved",
                now -> feed(now, feed).quarantined(),
                "feed",
                feed);
        for (String state : PULL_STATES) {
            FunctionCounter.builder(
                            "childfile.pulls",
                            this,
                            metrics -> metrics.now()
                                    .pulls()
                                    .getOrDefault(feed, Map.of())
                                    .getOrDefault(state, 0.0))
                    .description("pulls of a feed, by how they ended")
                    .tags("feed", feed, "state", state)
                    .register(registry);
        }
    }

    private static OpsFigures.Feed feed(OpsFigures now, String feed) {
        return now.feeds().getOrDefault(feed, OpsFigures.Feed.UNKNOWN);
    }

    private void gauge(
            MeterRegistry registry, String name, String what, ToDoubleFunction<OpsFigures> value, String... tags) {
        Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.now()))
                .description(what)
                .tags(tags)
                .register(registry);
    }

    private synchronized OpsFigures now() {
        Instant now = clock.instant();
        OpsFigures latest = figures;
        if (latest == null || !now.isBefore(read.plus(FRESH))) {
            latest = store.read();
            figures = latest;
            read = now;
        }
        return latest;
    }
}
