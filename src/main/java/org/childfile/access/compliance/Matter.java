package org.childfile.access.compliance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A breach or an impact assessment, as it stands.
 *
 * @param id {@code B} or {@code P} and a number
 * @param kind the kind of breach; empty for an assessment
 * @param title what is assessed; of a breach its kind
 * @param noticedAt when a breach was noticed; of an assessment when it was begun
 * @param steps what must be done, the earliest first
 * @param entries everything that was said, in order
 */
public record Matter(
        String id,
        Sort sort,
        String kind,
        String title,
        Instant noticedAt,
        Optional<Instant> closedAt,
        List<Step> steps,
        List<Entry> entries) {

    public Matter {
        steps = List.copyOf(steps);
        entries = List.copyOf(entries);
    }

    /** What it is. */
    public enum Sort {
        BREACH('B'),
        ASSESSMENT('P');

        private final char letter;

        Sort(char letter) {
            this.letter = letter;
        }

        char letter() {
            return letter;
        }

        public String written() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Something that must be done by a moment; done where somebody said so. */
    public record Step(String step, int number, Instant dueAt, Optional<Instant> doneAt, Optional<String> doneBy) {
        public boolean overdue(Instant now) {
            return doneAt.isEmpty() && dueAt.isBefore(now);
        }
    }

    /** What is still to be done. */
    List<Step> open() {
        return steps.stream().filter(step -> step.doneAt().isEmpty()).toList();
    }
}
