package org.childfile.lab.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingStream;

/**
 * How much of the program's own processor time goes into sealing and opening values: the share of the flight recorder's
 * samples that have a frame of the package {@code privacy}. The mocked departments, which run in the same process, are
 * left out; the database's processes are not seen.
 */
final class SealingShare implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final String SEALING = "org.childfile.access.privacy.";
    private static final String DEPARTMENTS = "org.childfile.lab.departments.";
    private static final String OURS = "org.childfile.";

    private final AtomicLong sealing = new AtomicLong();
    private final AtomicLong all = new AtomicLong();
    private final RecordingStream stream = new RecordingStream();

    SealingShare() {
        stream.enable("jdk.ExecutionSample").withPeriod(PERIOD);
        stream.onEvent("jdk.ExecutionSample", this::count);
        stream.startAsync();
    }

    private void count(RecordedEvent sample) {
        boolean sealed = false;
        boolean ours = false;
        for (RecordedFrame frame : sample.getStackTrace().getFrames()) {
            String type = frame.getMethod().getType().getName();
            if (type.startsWith(DEPARTMENTS)) {
                return;
            }
            sealed |= type.startsWith(SEALING);
            ours |= type.startsWith(OURS);
        }
        if (ours) {
            all.incrementAndGet();
            sealing.addAndGet(sealed ? 1 : 0);
        }
    }

    /** Ends the counting. */
    @Override
    public void close() {
        stream.stop();
        stream.close();
    }

    /** Processor time, of one sample a period. */
    double seconds() {
        return sealing.get() * PERIOD.toMillis() / 1e3;
    }

    /** In hundredths, 0 to 100. */
    double percent() {
        return all.get() == 0 ? 0 : 100.0 * sealing.get() / all.get();
    }
}
