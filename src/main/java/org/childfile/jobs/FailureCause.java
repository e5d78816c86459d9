package org.childfile.jobs;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childfile.database.Outage;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * Why the steps of a run failed, in words that hold no value of a record: what PostgreSQL or a parser says quotes what it met,
 * so of these only the kind and the place are told. What the program itself says is told as it is.
 */
final class FailureCause {

    static final String LOCK_LOST =
            "the database connection that held the run's lock has ended, so the run stopped before"
                    + " its next step; what it had not committed is undone. Go on with: childfile retry";

    private static final String OWN = "org.childfile.";
    private static final String PARTS = "Partition handler returned an unsuccessful step";

    private FailureCause() {}

    static String of(JobExecution execution) {
        List<String> causes = new ArrayList<>();
        for (StepExecution step : execution.getStepExecutions()) {
            if (NightlyRun.FAILED.contains(step.getStatus())
                    && !step.getFailureExceptions().isEmpty()) {
                causes.add(step.getStepName() + ": "
                        + of(step.getFailureExceptions().getFirst()));
            }
        }
        // A step of feeds says only that one of its feeds failed.
        List<String> told =
                causes.stream().filter(cause -> !cause.endsWith(PARTS)).toList();
        if (!told.isEmpty()) {
            return String.join("; ", told);
        }
        return execution.getAllFailureExceptions().stream()
                .findFirst()
                .map(FailureCause::of)
                .orElse("stopped before its end");
    }

    static String of(Throwable failure) {
        List<Throwable> chain = Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20)
                .toList();
        if (chain.stream().anyMatch(OutOfMemoryError.class::isInstance)) {
            return "the memory of the program is too small: set CHILDFILE_HEAP to more than "
                    + (Runtime.getRuntime().maxMemory() >> 20) + "m";
        }
        Optional<String> sql = chain.stream()
                .filter(SQLException.class::isInstance)
                .map(each -> sql((SQLException) each))
                .reduce((first, last) -> last);
        return sql.orElseGet(() -> other(chain.getLast()));
    }

    private static String sql(SQLException failure) {
        if (Outage.isFullDisk(failure)) {
            return "the disk of the database is full (SQLSTATE " + failure.getSQLState() + ")";
        }
        ServerErrorMessage server = failure instanceof PSQLException from ? from.getServerErrorMessage() : null;
        String place = server == null
                ? ""
                : Stream.of(server.getSchema(), server.getTable(), server.getColumn(), server.getConstraint())
                        .filter(each -> each != null)
                        .collect(Collectors.joining(".", " at ", ""));
        return "the database refused a statement (SQLSTATE " + failure.getSQLState() + ")"
                + (place.equals(" at ") ? "" : place);
    }

    private static String other(Throwable root) {
        StackTraceElement[] trace = root.getStackTrace();
        boolean own = root.getClass().getName().startsWith(OWN)
                || trace.length > 0 && trace[0].getClassName().startsWith(OWN);
        if (own || String.valueOf(root.getMessage()).equals(PARTS)) {
            return String.valueOf(root.getMessage());
        }
        return root.getClass().getSimpleName()
                + Stream.of(trace)
                        .filter(each -> each.getClassName().startsWith(OWN))
                        .findFirst()
                        .map(each -> " at " + each.getFileName() + ":" + each.getLineNumber())
                        .orElse("");
    }
}
