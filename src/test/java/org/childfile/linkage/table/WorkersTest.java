package org.childfile.linkage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkersTest {

    @ParameterizedTest
    @CsvSource({"0,2", "1,4", "1000,1", "1000,3"})
    void eachTaskIsDoneOnceByAtMostAsManyWorkers(int tasks, int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(tasks);
        AtomicInteger workers = new AtomicInteger();
        Workers.run(tasks, threads, () -> {
            workers.incrementAndGet();
            return done::incrementAndGet;
        });

        for (int task = 0; task < tasks; task++) {
            assertThat(done.get(task)).isOne();
        }
        assertThat(workers.get()).isLessThanOrEqualTo(threads);
    }

    @Test
    void theFirstFailureEndsAllAndIsTold() {
        AtomicInteger done = new AtomicInteger();
        assertThatThrownBy(() -> Workers.run(Integer.MAX_VALUE - 8, 2, () -> task -> {
                    if (done.incrementAndGet() == 1000) {
                        throw new IllegalArgumentException("task " + task);
                    }
                }))
                .hasMessage("a worker failed")
                .cause()
                .hasMessageStartingWith("task ");
    }

    @Test
    void anErrorIsThrownAsItIs() {
        assertThatThrownBy(() -> Workers.run(10, 2, () -> {
                    throw new OutOfMemoryError("made up");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void anInterruptedCallerEndsTheTasks() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger interrupted = new AtomicInteger();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                Workers.run(Integer.MAX_VALUE - 8, 2, () -> task -> begun.countDown());
            } catch (IllegalStateException e) {
                interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 2);
            }
        });
        begun.await();
        caller.interrupt();
        caller.join();

        assertThat(interrupted.get()).isOne();
    }
}
