package org.childfile.cli.run;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Writes where a failure came from: the classes of its exceptions and their frames, and never their messages, which may quote
 * values. Written where the program serves; a command tells its user by its own error line.
 */
public final class TraceConverter extends ThrowableHandlingConverter {

    private static final int MOST_FRAMES = 60;
    private static final int MOST_CAUSES = 8;
    private static final AtomicBoolean KEPT = new AtomicBoolean();

    /** From now on, and for the whole process. */
    static void keep(boolean kept) {
        KEPT.set(kept);
    }

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder trace = new StringBuilder();
        @Nullable IThrowableProxy failure = KEPT.get() ? event.getThrowableProxy() : null;
        for (int causes = 0; failure != null && causes < MOST_CAUSES; causes++, failure = failure.getCause()) {
            trace.append(causes == 0 ? "    " : "    caused by ")
                    .append(failure.getClassName())
                    .append('\n');
            StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
            int own = Math.min(MOST_FRAMES, frames.length - failure.getCommonFrames());
            for (int i = 0; i < own; i++) {
                trace.append("        ").append(frames[i].getSTEAsString()).append('\n');
            }
        }
        return trace.toString();
    }
}
