package org.childfile.files.digitalfile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applies the rules that hold on a day to the facts of children, part by part. Pure. */
final class Assessor {

    private final Map<Part, List<Rule>> rules = new EnumMap<>(Part.class);
    private final LocalDate day;

    Assessor(RuleBook book, LocalDate day) {
        for (Part part : Part.values()) {
            rules.put(part, book.of(part, day));
        }
        this.day = day;
    }

    Assessment assess(Facts facts) {
        List<Hit> kinds = fired(Part.KINDS, facts);
        know(facts, Part.KINDS, kinds);
        List<Hit> hidden = hidden(facts, kinds);
        know(facts, Part.HIDDEN, hidden);
        List<Hit> signals = fired(Part.SIGNALS, facts);
        know(facts, Part.SIGNALS, signals);
        List<Hit> risks = fired(Part.RISK, facts);
        List<Hit> all = new ArrayList<>(kinds);
        all.addAll(hidden);
        all.addAll(signals);
        all.addAll(risks);
        return new Assessment(all, grade(risks), risks.stream().map(Hit::rule).toList());
    }

    private List<Rule> rules(Part part) {
        return rules.getOrDefault(part, List.of());
    }

    private List<Hit> fired(Part part, Facts facts) {
        List<Hit> hits = new ArrayList<>();
        for (Rule rule : rules(part)) {
            Outcome outcome = rule.when().on(facts, day);
            if (outcome.holds()) {
                hits.add(new Hit(part, rule.id(), rule.version(), outcome, outcome));
            }
        }
        return hits;
    }

    /** Each kind that makes a hidden child, of a child for whom the rule of hidden children holds. */
    private List<Hit> hidden(Facts facts, List<Hit> kinds) {
        List<Hit> hits = new ArrayList<>();
        for (Rule rule : rules(Part.HIDDEN)) {
            List<Hit> of = kinds.stream()
                    .filter(kind -> rule.of().contains(kind.rule()))
                    .filter(kind -> hits.stream().noneMatch(hit -> hit.rule().equals(kind.rule())))
                    .toList();
            Outcome outcome = of.isEmpty() ? null : rule.when().on(facts, day);
            if (outcome != null && outcome.holds()) {
                for (Hit kind : of) {
                    Outcome both = Outcome.together(true, List.of(kind.outcome(), outcome));
                    hits.add(new Hit(Part.HIDDEN, kind.rule(), rule.version(), both, kind.outcome()));
                }
            }
        }
        return hits;
    }

    private static void know(Facts facts, Part part, List<Hit> hits) {
        facts.know(
                part.fact(),
                hits.stream()
                        .map(hit -> new FactEntry(hit.rule(), hit.outcome()))
                        .toList());
    }

    private Grade grade(List<Hit> risks) {
        Set<String> fired = Set.copyOf(risks.stream().map(Hit::rule).toList());
        return rules(Part.RISK).stream()
                .filter(rule -> fired.contains(rule.id()))
                .map(Rule::grade)
                .max(Grade::compareTo)
                .orElse(Grade.GREEN);
    }
}
