package org.childfile.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.JobListener;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.KeyMatcher;

/** A scheduled job that is fired by hand; hears when it has ended. */
public record FiredJob(JobKey key, CountDownLatch done) implements JobListener {

    /** Fires a job once, and waits until it has ended. */
    public static void fire(Scheduler scheduler, JobKey key) throws SchedulerException, InterruptedException {
        FiredJob fired = new FiredJob(key, new CountDownLatch(1));
        scheduler.getListenerManager().addJobListener(fired, KeyMatcher.keyEquals(key));
        scheduler.triggerJob(key);
        assertThat(fired.done().await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public String getName() {
        return key.toString();
    }

    @Override
    public void jobToBeExecuted(JobExecutionContext context) {}

    @Override
    public void jobExecutionVetoed(JobExecutionContext context) {}

    @Override
    public void jobWasExecuted(JobExecutionContext context, JobExecutionException failure) {
        done.countDown();
    }
}
