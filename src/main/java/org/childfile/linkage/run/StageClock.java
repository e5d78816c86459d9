package org.childfile.linkage.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.LongConsumer;

/** Times the stages of a command one after another, and keeps telling of the one at work, whatever it does meanwhile. */
public final class StageClock implements AutoCloseable {

    private static final int TELL_EVERY_MILLIS = 200;

    private final Progress progress;
    private final Runnable finish;
    private final ScheduledExecutorService telling = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());
    private final ScheduledFuture<?> ticks;
    private final List<Stage> stages = new ArrayList<>();
    private volatile LongAccumulator count = counter();
    private volatile String at = "";
    private long began;

    /**
     * What was done.
     *
     * @param count rows or pairs that it told of; 0 where it told nothing
     */
    public record Stage(String name, long count, double seconds) {}

    /** Is told where a command is. */
    @FunctionalInterface
    public interface Progress {
        /** So far so many rows or pairs of a stage; part is empty. */
        void at(String stage, String part, long count);
    }

    /**
     * Begins to tell.
     *
     * @param finish leaves what was written over in good order
     */
    public StageClock(Progress progress, Runnable finish) {
        this.progress = progress;
        this.finish = finish;
        this.ticks =
                telling.scheduleAtFixedRate(this::tell, TELL_EVERY_MILLIS, TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Ends the stage before, if any, and begins another. */
    public void begin(String name) {
        end();
        count = counter();
        began = System.nanoTime();
        at = name;
    }

    private static LongAccumulator counter() {
        return new LongAccumulator(Math::max, 0);
    }

    /** Is told how far the stage has come; by any thread, in any order. */
    public LongConsumer counting() {
        LongAccumulator counted = count;
        return counted::accumulate;
    }

    /** Ends the stage; without one, nothing happens. */
    public void end() {
        if (!at.isEmpty()) {
            stages.add(new Stage(at, count.get(), (System.nanoTime() - began) / 1e9));
            at = "";
        }
    }

    public List<Stage> stages() {
        return List.copyOf(stages);
    }

    /** Leaves the terminal's line clean, so that something else can be printed. */
    public void clear() {
        finish.run();
    }

    private void tell() {
        String name = at;
        if (!name.isEmpty()) {
            progress.at(name, "", count.get());
        }
    }

    @Override
    public void close() {
        end();
        ticks.cancel(false);
        telling.shutdown();
        finish.run();
    }
}
