package org.childfile.linkage.table;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does numbered tasks on a number of threads; each thread has a worker of its own. The first failure ends all and is told. */
public final class Workers {

    /** One thread's means for the tasks. */
    public interface Worker {
        void task(int number);
    }

    private Workers() {}

    public static void run(int tasks, int threads, Supplier<? extends Worker> workers) {
        AtomicInteger next = new AtomicInteger();
        Callable<@Nullable Void> loop = () -> {
            try {
                Worker worker = workers.get();
                for (int task = next.getAndIncrement();
                        task < tasks && !Thread.currentThread().isInterrupted();
                        task = next.getAndIncrement()) {
                    worker.task(task);
                }
                return null;
            } finally {
                // After a failure no other task is begun.
                next.set(tasks);
            }
        };
        int count = Math.max(1, Math.min(threads, tasks));
        try (ExecutorService executor = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("matching-", 1).factory())) {
            for (Future<@Nullable Void> done : executor.invokeAll(Collections.nCopies(count, loop))) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a worker failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
