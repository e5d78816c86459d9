package org.childfile.jobs;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;

/** Why a run came to no good end, in words. */
final class RunFailure {

    static final String LOCK_LOST = "the database connection that held the run's lock has ended, so the run stopped before"
            + " its next step; what it had not committed is undone. Go on with: childfile retry";
    static final String TAKEN_UP = "the database connection that held the run's lock has ended, and another process has"
            + " taken the run up; look at it with: childfile runs";

    private RunFailure() {}

    /** The innermost reason why an execution failed. */
    static String cause(JobExecution execution) {
        @Nullable
        Throwable failure =
                execution.getAllFailureExceptions().stream().findFirst().orElse(null);
        while (failure != null && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure == null ? "stopped before its end" : String.valueOf(failure.getMessage());
    }
}
