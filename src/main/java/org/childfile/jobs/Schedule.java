package org.childfile.jobs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.camel.builder.RouteBuilder;
import org.childfile.care.help.Wakeups;
import org.childfile.care.rectification.Rectification;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.landing.Landing;
import org.childfile.ingest.mapping.MappingStage;
import org.childfile.kernel.CityTime;
import org.childfile.settings.InvalidSettings;
import org.childfile.settings.Problem;
import org.quartz.CronExpression;
import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When things happen while the program serves: each feed is pulled by its own cron, the night is run after them, and each
 * minute applications and correction requests are sent and followed that are due. The
 * triggers lie in Quartz's JDBC job store, so of several nodes one fires each; a missed one fires when a node is back.
 */
@Component
@ConditionalOnProperty("childfile.schedule")
class Schedule extends RouteBuilder {

    static final String PULL = "pull";
    static final String EVERY_MINUTE = "20 * * * * ?";
    private static final Duration TONIGHT = Duration.ofHours(12);
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final PipelineSettings settings;
    private final Landing landing;
    private final MappingStage mapping;
    private final Runs runs;
    private final Wakeups wakeups;
    private final Rectification rectification;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Scheduler scheduler;
    private final CronExpression nightlyCron;

    Schedule(
            PipelineSettings settings,
            Landing landing,
            MappingStage mapping,
            Runs runs,
            Wakeups wakeups,
            Rectification rectification,
            PlatformTransactionManager transactions,
            Clock clock,
            Scheduler scheduler,
            @Value("${childfile.nightly-cron}") String nightlyCron) {
        this.settings = settings;
        this.landing = landing;
        this.mapping = mapping;
        this.runs = runs;
        this.wakeups = wakeups;
        this.rectification = rectification;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.scheduler = scheduler;
        this.nightlyCron = cron(nightlyCron);
    }

    @Override
    public void configure() throws SchedulerException {
        forgetChangedPulls();
        for (Connector connector : settings.connectors().all()) {
            from(trigger(
                            PULL,
                            connector.feed(),
                            connector.schedule().cron(),
                            connector.schedule().zone()))
                    .routeId("schedule-" + connector.feed())
                    .process(exchange -> pull(connector));
        }
        from(trigger("run", "nightly", nightlyCron.getCronExpression(), CityTime.ZONE))
                .routeId("schedule-nightly")
                .process(exchange -> night());
        from(trigger("run", "wake-ups", EVERY_MINUTE, CityTime.ZONE))
                .routeId("schedule-wake-ups")
                .process(exchange -> wakeups.work(CityTime.today(clock)));
        from(trigger("run", "corrections", EVERY_MINUTE, CityTime.ZONE))
                .routeId("schedule-corrections")
                .process(exchange -> rectification.work(CityTime.today(clock)));
    }

    /**
     * From when on a pull is tonight's. A feed whose cron did not fire in the last hours (a monthly one) need not be
     * fetched while its last pull is fresh.
     */
    static Map<String, Instant> tonight(PipelineSettings settings, Instant now) {
        Map<String, Instant> since = new HashMap<>();
        for (Connector connector : settings.connectors().all()) {
            Connector.Schedule schedule = connector.schedule();
            CronExpression cron = cron(schedule.cron());
            cron.setTimeZone(TimeZone.getTimeZone(schedule.zone()));
            Instant evening = now.minus(TONIGHT);
            Date next = cron.getNextValidTimeAfter(Date.from(evening));
            boolean due = next != null && !next.toInstant().isAfter(now);
            since.put(connector.feed(), due ? evening : now.minus(schedule.freshness()));
        }
        return since;
    }

    /** Camel keeps a stored trigger as it is; one whose feed is gone, or has other times now, must not stay. */
    private void forgetChangedPulls() throws SchedulerException {
        for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(PULL))) {
            boolean same = scheduler.getTrigger(key) instanceof CronTrigger stored
                    && settings.connectors()
                            .find(key.getName())
                            .filter(connector -> connector.schedule().cron().equals(stored.getCronExpression())
                                    && connector
                                            .schedule()
                                            .zone()
                                            .equals(stored.getTimeZone().toZoneId()))
                            .isPresent();
            if (!same) {
                scheduler.deleteJob(new JobKey(key.getName(), key.getGroup()));
            }
        }
    }

    private static CronExpression cron(String text) {
        try {
            return new CronExpression(text);
        } catch (ParseException e) {
            throw new InvalidSettings(List.of(new Problem(
                    "CHILDFILE_NIGHTLY_CRON",
                    0,
                    "found " + text + ", which is no Quartz cron expression such as 0 0 4 * * ?: " + e.getMessage())));
        }
    }

    private static String trigger(String group, String name, String cron, ZoneId zone) {
        return "quartz://" + group + "/" + name + "?cron=" + URLEncoder.encode(cron, StandardCharsets.UTF_8)
                + "&trigger.timeZone=" + zone.getId() + "&stateful=true&durableJob=true&deleteJob=false";
    }

    private void pull(Connector connector) {
        var report = transaction.execute(
                status -> landing.pull(connector, null, mapping.trial(connector.feed()), records -> {}));
        if (report != null) {
            LOG.info(
                    "pulled {}: {}, {} records",
                    connector.feed(),
                    report.state(),
                    report.counts().pulled());
        }
    }

    private void night() {
        Run run = runs.nightly(CityTime.today(clock), RunProgress.NONE, tonight(settings, clock.instant()));
        LOG.info("run {}: {}", run.runId(), run.state());
    }
}
