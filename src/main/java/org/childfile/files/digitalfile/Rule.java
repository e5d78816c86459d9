package org.childfile.files.digitalfile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One published rule.
 *
 * @param id unique in its part; of a kind its code
 * @param from the first day on which it holds
 * @param to the last one; empty while no end is known
 * @param law the source that it rests on
 * @param of the kinds that make a hidden child; empty for other parts
 * @param grade what a risk is graded; green for other parts
 */
record Rule(
        Part part,
        String id,
        String version,
        LocalDate from,
        Optional<LocalDate> to,
        String law,
        String zh,
        String en,
        List<String> of,
        Grade grade,
        RuleCondition when) {

    Rule {
        of = List.copyOf(of);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }

    /** Whether both hold on some day. */
    boolean overlaps(Rule other) {
        return to.filter(other.from::isAfter).isEmpty()
                && other.to.filter(from::isAfter).isEmpty();
    }
}
