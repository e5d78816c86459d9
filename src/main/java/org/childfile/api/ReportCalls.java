package org.childfile.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.readmodel.ReadStore;
import org.childfile.access.rights.Claims;
import org.childfile.api.ReadConnections.Pool;
import org.childfile.care.help.Call;
import org.childfile.care.help.Wakeups;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Takes reports of abuse by a way of their own: connections that nobody else uses, and an answer within seconds whatever hangs.
 * Where a report cannot be taken in that time the answer is a refusal that names the telephones. It is taken first and recorded
 * then: what the access log waits for must not keep it.
 */
@Component
@ConditionalOnWebApplication
class ReportCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportCalls.class);
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration PATIENCE_OF_LOG = Duration.ofSeconds(2);

    private final ReadStore store;
    private final AccessRecorder seen;
    private final Wakeups wakeups;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    ReportCalls(@Qualifier("reportPool") Pool connections, Keyring keys, AccessRecorder seen, Wakeups wakeups) {
        this.store =
                new ReadStore(connections.connections(), text -> keys.texts().clear(text));
        this.seen = seen;
        this.wakeups = wakeups;
    }

    /** What reads by which it is found whom a report may be about. */
    ReadStore store() {
        return store;
    }

    /**
     * Carries out what takes a report.
     *
     * @throws Refused what it was refused for; {@link Refusal#REPORT_NOT_TAKEN}, with the telephones, where it could not be taken
     */
    Wakeups.Outcome take(Supplier<Wakeups.Outcome> work) {
        try {
            return finished(workers.submit(work::get), PATIENCE);
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("a report of abuse could not be taken: {}", e.getClass().getName(), e);
            throw new Refused(Refusal.REPORT_NOT_TAKEN).with(Map.of("call_now", wakeups.telephones()));
        }
    }

    /** Records a report that was taken; where the log does not answer at once it is recorded when it does. */
    void record(Claims claims, Call call, String child) {
        Future<?> recorded = workers.submit(() -> {
            try {
                seen.called(claims, child, call.kind().name());
            } catch (RuntimeException e) {
                LOG.error(
                        "a report of abuse that was taken could not be recorded: {}",
                        e.getClass().getName(),
                        e);
            }
        });
        try {
            recorded.get(PATIENCE_OF_LOG.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("the access log is slow: a report of abuse was answered before it was recorded");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T finished(Future<T> work, Duration patience) {
        try {
            return work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("it took longer than " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
