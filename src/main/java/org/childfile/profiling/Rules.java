package org.childfile.profiling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses rules of blocking: pairs of fields of which a mistake spoils only one, as long as the pairs of rows that they
 * bring stay few. How many they bring is reckoned from how often two rows share a value of each.
 */
final class Rules {

    private static final int MOST = 16;
    private static final int MOST_LOOSE = 5;
    /** Pairs of rows that one rule may bring, for each row; a small table can afford more. */
    private static final double PAIRS_A_ROW = 10;

    private static final double PAIRS_OF_A_SMALL_TABLE = 100_000;
    private static final double PAIRS_OF_ONE_FIELD = 2;

    private final Terms terms;
    private final double rows;

    Rules(Fields fields) {
        this.terms = new Terms(fields);
        this.rows = fields.table().rows();
    }

    /** A rule and the pairs that it will bring, about. */
    private record Rule(List<Terms.Term> terms, double pairs) {
        String written() {
            return terms.stream()
                    .map(term -> term.written().indexOf(':') < 0 ? term.written() : '"' + term.written() + '"')
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** The lines of the section {@code blocks}. */
    List<String> lines() {
        Set<String> lines = new LinkedHashSet<>();
        terms.keys().forEach(key -> lines.add("[" + key + "]"));
        for (Rule rule : chosen(terms.core(), terms.core(), MOST)) {
            lines.add(rule.written());
        }
        for (Rule rule : chosen(terms.loose(), terms.all(), MOST_LOOSE)) {
            lines.add(rule.written());
        }
        if (lines.isEmpty()) {
            terms.core().stream()
                    .min(Comparator.comparingDouble(Terms.Term::sharing))
                    .ifPresent(term -> lines.add("[" + term.written() + "]"));
        }
        return lines.stream().map(rule -> "- " + rule).toList();
    }

    private List<Rule> chosen(List<Terms.Term> first, List<Terms.Term> second, int most) {
        double allowed = Math.max(PAIRS_A_ROW * rows, PAIRS_OF_A_SMALL_TABLE);
        List<Rule> rules = new ArrayList<>();
        for (Terms.Term one : first) {
            add(rules, rule(one, null), PAIRS_OF_ONE_FIELD * rows);
            for (Terms.Term other : second) {
                boolean later = !first.equals(second) || first.indexOf(one) < second.indexOf(other);
                if (later && !one.speaksOfTheSame(other)) {
                    add(rules, rule(one, other), allowed);
                }
            }
        }
        rules.sort(Comparator.comparingDouble(Rule::pairs));
        List<Rule> chosen = new ArrayList<>();
        for (Rule rule : rules) {
            boolean brought = chosen.stream().anyMatch(each -> rule.terms().containsAll(each.terms()));
            if (!brought && chosen.size() < most) {
                chosen.add(rule);
            }
        }
        return chosen;
    }

    private Rule rule(Terms.Term one, Terms.@Nullable Term other) {
        double pairs = rows * rows / 2 * one.sharing() * (other == null ? 1 : other.sharing());
        return new Rule(other == null ? List.of(one) : List.of(one, other), pairs);
    }

    private static void add(List<Rule> rules, Rule rule, double allowed) {
        if (rule.pairs() <= allowed) {
            rules.add(rule);
        }
    }
}
