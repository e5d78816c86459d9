package org.childfile.jobs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.childfile.feed.Connector;
import org.childfile.landing.Landing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When things happen while the program serves: each feed is pulled by its own cron, and the night is run after them. The
 * triggers lie in Quartz's JDBC job store, so of several nodes one fires each; a missed one fires when a node is back.
 */
@Component
@ConditionalOnProperty("childfile.schedule")
class Schedule extends RouteBuilder {

    /** The run begins when the last feed of the night has been fetched. */
    static final String NIGHTLY_CRON = "0 0 4 * * ?";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration TONIGHT = Duration.ofHours(12);
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final PipelineSettings settings;
    private final Landing landing;
    private final Runs runs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Schedule(
            PipelineSettings settings,
            Landing landing,
            Runs runs,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.settings = settings;
        this.landing = landing;
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void configure() {
        for (Connector connector : settings.connectors().all()) {
            from(trigger(
                            "pull",
                            connector.feed(),
                            connector.schedule().cron(),
                            connector.schedule().zone()))
                    .routeId("schedule-" + connector.feed())
                    .process(exchange -> pull(connector));
        }
        from(trigger("run", "nightly", NIGHTLY_CRON, ZONE))
                .routeId("schedule-nightly")
                .process(exchange -> night());
    }

    private static String trigger(String group, String name, String cron, ZoneId zone) {
        return "quartz://" + group + "/" + name + "?cron=" + URLEncoder.encode(cron, StandardCharsets.UTF_8)
                + "&trigger.timeZone=" + zone.getId() + "&stateful=true&recoverableJob=true"
                + "&durableJob=true&deleteJob=false";
    }

    private void pull(Connector connector) {
        var report = transaction.execute(status -> landing.pull(connector, null, records -> {}));
        if (report != null) {
            LOG.info(
                    "pulled {}: {}, {} records",
                    connector.feed(),
                    report.state(),
                    report.counts().pulled());
        }
    }

    private void night() {
        Map<String, java.time.Instant> since = new HashMap<>();
        settings.connectors()
                .feeds()
                .forEach(feed -> since.put(feed, clock.instant().minus(TONIGHT)));
        Run run = runs.nightly(LocalDate.now(clock.withZone(ZONE)), RunProgress.NONE, since);
        LOG.info("run {}: {}", run.runId(), run.state());
    }
}
