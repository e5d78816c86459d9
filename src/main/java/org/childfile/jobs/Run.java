package org.childfile.jobs;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** One execution over all feeds, as {@code ops.run} keeps it. */
public record Run(String runId, Kind kind, LocalDate day, State state, int attempt, OffsetDateTime started) {

    /** The same run, for another day. */
    Run on(LocalDate other) {
        return new Run(runId, kind, other, state, attempt, started);
    }

    /** What a run does. */
    public enum Kind {
        /** Pulls all feeds and works off what came. */
        NIGHTLY,
        /** Works off what waits, without pulling. */
        REPLAY,
        /** Of a day: works off what departments push, and what they are asked for, between the nights. */
        STREAM;

        String written() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How a run stands. */
    public enum State {
        RUNNING,
        DONE,
        /** Done, but a feed is stale or held. */
        ATTENTION,
        FAILED;

        String written() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
