package org.childfile.spark;

import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.childfile.linkage.run.EngineLines;

/** Adds up what tasks cost, those too that failed or were done twice. */
final class TaskCosts extends SparkListener {

    private final LongAdder tasks = new LongAdder();
    private final LongAdder cpuNanos = new LongAdder();
    private final LongAdder shuffled = new LongAdder();
    private final LongAdder spilled = new LongAdder();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        tasks.increment();
        TaskMetrics metrics = end.taskMetrics();
        // A task whose executor was lost tells nothing.
        if (metrics != null) {
            cpuNanos.add(metrics.executorCpuTime());
            shuffled.add(metrics.shuffleWriteMetrics().bytesWritten());
            spilled.add(metrics.diskBytesSpilled());
        }
    }

    EngineLines.Cost all() {
        return new EngineLines.Cost(tasks.sum(), cpuNanos.sum() / 1e9, shuffled.sum(), spilled.sum());
    }
}
