package org.childfile.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What the steps of one run work for. The job of a run is made for it alone.
 *
 * @param scheduledSince by feed, from when on a pull that the schedule fetched is tonight's; empty where the run pulls for itself
 * @param again the feeds that are to be fetched although the run has a pull of them
 * @param stopping whether the process is to end: then no step begins
 * @param changed of a stream run the persons who changed; empty in any other, which looks at all
 */
record OngoingRun(
        Run run,
        RunProgress progress,
        Map<String, Instant> scheduledSince,
        Set<String> again,
        RunLock lock,
        BooleanSupplier stopping,
        Optional<ChangedPersons> changed) {

    OngoingRun {
        scheduledSince = Map.copyOf(scheduledSince);
        again = Set.copyOf(again);
    }

    Optional<Instant> scheduledSince(String feed) {
        return Optional.ofNullable(scheduledSince.get(feed));
    }
}
