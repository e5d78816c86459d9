package org.childfile.files.digitalfile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What must be true of a child, said of its facts alone. */
sealed interface RuleCondition {

    /** Whether it holds on a day; the facts learn until when that stands. */
    Outcome on(Facts facts, LocalDate day);

    /** All hold; the first that does not decides. */
    record All(List<RuleCondition> parts) implements RuleCondition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Outcome on(Facts facts, LocalDate day) {
            List<Outcome> outcomes = new ArrayList<>();
            for (RuleCondition part : parts) {
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
    record AtLeast(int number, List<RuleCondition> parts) implements RuleCondition {
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

    record Not(RuleCondition part) implements RuleCondition {
        @Override
        public Outcome on(Facts facts, LocalDate day) {
            return part.on(facts, day).not();
        }
    }

    /** A fact passes a check. Of a list one entry that passes is enough; the ones that do are the evidence. */
    record OfFact(String fact, Check check) implements RuleCondition {
        @Override
        public Outcome on(Facts facts, LocalDate day) {
            List<FactEntry> entries = facts.entries(fact);
            if (check instanceof Check.Count count) {
                boolean holds = count.passes(entries.size());
                return entries.isEmpty() ? facts.none(fact, holds) : FactEntry.together(holds, entries);
            }
            entries.forEach(entry -> check.turns(entry.value(), day).ifPresent(facts::standsUntil));
            List<FactEntry> passing = entries.stream()
                    .filter(entry -> check.passes(entry.value(), day))
                    .toList();
            if (!passing.isEmpty()) {
                return FactEntry.together(true, passing);
            }
            return entries.isEmpty() ? facts.none(fact, false) : FactEntry.together(false, entries);
        }
    }
}
