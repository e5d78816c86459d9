package org.childfile.jobs;

import java.time.Clock;
import org.childfile.kernel.CityTime;
import org.childfile.settings.InvalidSettings;
import org.childfile.settings.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * While the program serves, has a round of the stream run done as soon as something waits: it looks again some seconds after
 * the last round, {@code CHILDFILE_STREAM_SECONDS} (2; 0: never). That time is also when a night finds the lock free.
 */
@Component
@ConditionalOnProperty("childfile.schedule")
class StreamWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StreamWatch.class);
    private static final String VARIABLE = "CHILDFILE_STREAM_SECONDS";
    /** After a round that failed as many looks are passed over, twice as many each time. */
    private static final int MOST_PASSED = 128;

    private final StreamRun stream;
    private final Clock clock;
    private final int seconds;
    private @Nullable Repeated looks;
    private int passes;
    private int failures;

    StreamWatch(StreamRun stream, Workspace workspace, Clock clock) {
        this.stream = stream;
        this.clock = clock;
        this.seconds = seconds(workspace.environment().getOrDefault(VARIABLE, "2"));
    }

    private static int seconds(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            throw new InvalidSettings(java.util.List.of(
                    new Problem(VARIABLE, 0, "found " + text + ", allowed is a whole number of seconds; 0 for never")));
        }
        return Integer.parseInt(text);
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void begin() {
        if (looks == null && seconds > 0) {
            looks = new Repeated("stream", seconds, seconds, this::look);
        }
    }

    @EventListener(ContextClosedEvent.class)
    synchronized void end() {
        if (looks != null) {
            looks.close();
            looks = null;
        }
    }

    /** A round that fails is told of, and tried again later. */
    private void look() {
        if (passes > 0) {
            passes--;
            return;
        }
        try {
            stream.round(CityTime.today(clock));
            failures = 0;
        } catch (RuntimeException e) {
            passes = Math.min(MOST_PASSED, 1 << Math.min(failures++, 10));
            LOG.error("a round of the stream run failed: {}", FailureCause.of(e));
        }
    }
}
