package org.childfile.files.digitalfile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What must be true of a child, said of its facts alone. */
sealed interface Condition {

    /** Whether it holds on a day; the facts learn until when that stands. */
    Outcome on(Facts facts, LocalDate day);

    /** All hold; the first that does not decides. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Outcome on(Facts facts, LocalDate day) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Condition part : parts) {
                Outcome outcome = part.on(facts, day);
                if (!outcome.holds()) {
                    return outcome;
                }
                outcomes.add(outcome);
            }
            return Outcome.together(true, outcomes);
        }
    }

    /** At least so many hold. All of them are looked at, so that the evidence is whole. */
    record AtLeast(int number, List<Condition> parts) implements Condition {
        public AtLeast {
            parts = List.copyOf(parts);
        }

        @Override
        public Outcome on(Facts facts, LocalDate day) {
            List<Outcome> outcomes =
                    parts.stream().map(part -> part.on(facts, day)).toList();
            List<Outcome> holding = outcomes.stream().filter(Outcome::holds).toList();
            if (holding.size() < number) {
                return Outcome.together(
                        false,
                        outcomes.stream().filter(outcome -> !outcome.holds()).toList());
            }
            return number == 1 ? Outcome.either(true, holding) : Outcome.together(true, holding);
        }
    }

    record Not(Condition part) implements Condition {
        @Override
        public Outcome on(Facts facts, LocalDate day) {
            return part.on(facts, day).not();
        }
    }

    /** A fact passes a check. Of a list one entry that passes is enough; the ones that do are the evidence. */
    record OfFact(String fact, Check check) implements Condition {
        @Override
        public Outcome on(Facts facts, LocalDate day) {
            List<Entry> entries = facts.entries(fact);
            if (check instanceof Check.Count count) {
                boolean holds = count.passes(entries.size());
                return entries.isEmpty() ? facts.none(fact, holds) : Entry.together(holds, entries);
            }
            entries.forEach(entry -> check.turns(entry.value(), day).ifPresent(facts::standsUntil));
            List<Entry> passing = entries.stream()
                    .filter(entry -> check.passes(entry.value(), day))
                    .toList();
            if (!passing.isEmpty()) {
                return Entry.together(true, passing);
            }
            return entries.isEmpty() ? facts.none(fact, false) : Entry.together(false, entries);
        }
    }
}
