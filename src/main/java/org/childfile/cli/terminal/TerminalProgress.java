package org.childfile.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.childfile.jobs.RunProgress;

/** Progress on standard error: one line that is written over on a terminal, now and then a line elsewhere. */
public final class TerminalProgress implements RunProgress {

    private static final long OFTEN = Duration.ofMillis(150).toNanos();
    private static final long SELDOM = Duration.ofSeconds(10).toNanos();
    private static final int WIDTH = 78;

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long seldom;
    private final Map<String, Long> parts = new TreeMap<>();
    private final long began;
    private String stage = "";
    private long last;

    /** A line every ten seconds where there is no terminal. */
    TerminalProgress(PrintStream err, boolean terminal, LongSupplier nanos) {
        this(err, terminal, nanos, SELDOM);
    }

    /**
     * A line now and then where there is no terminal.
     *
     * @param seldom nanoseconds between two lines
     */
    TerminalProgress(PrintStream err, boolean terminal, LongSupplier nanos, long seldom) {
        this.seldom = seldom;
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.last = began;
    }

    @Override
    public synchronized void at(String at, String part, long records) {
        boolean next = !at.equals(stage);
        if (next) {
            parts.clear();
            stage = at;
        }
        parts.put(part, records);
        long now = nanos.getAsLong();
        if ((next && terminal) || now - last >= (terminal ? OFTEN : seldom)) {
            last = now;
            print(now);
        }
    }

    private void print(long now) {
        long sum = parts.values().stream().mapToLong(Long::longValue).sum();
        String names = String.join(" ", parts.keySet());
        String count = sum == 0 ? " …" : ": %,d".formatted(sum);
        String line = "[%5.1f s] %s%s  %s".formatted((now - began) / 1e9, stage, count, names);
        String cut = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
        if (terminal) {
            err.print("\r" + cut + " ".repeat(Math.max(0, WIDTH - cut.length())));
        } else {
            err.println(cut.stripTrailing());
        }
        err.flush();
    }

    /** Leaves the terminal's line clean. */
    public synchronized void finish() {
        if (terminal && !stage.isEmpty()) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }
}
