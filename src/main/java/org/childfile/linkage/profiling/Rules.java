package org.childfile.linkage.profiling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses rules of blocking: pairs of fields of which a mistake spoils only one, as long as the pairs of rows that they
 * bring stay few. How many they bring is reckoned from how often two rows share a value of each.
 */
final class Rules {

    private static final int MOST = 20;
    /** Pairs of rows that one rule may bring, for each row; a small table can afford more. */
    private static final double PAIRS_A_ROW = 10;

    private static final double PAIRS_OF_A_SMALL_TABLE = 200_000;
    private static final double PAIRS_OF_ONE_FIELD = 2;

    private final BlockingTerms terms;
    private final double rows;

    Rules(ModelFields fields) {
        this.terms = new BlockingTerms(fields);
        this.rows = fields.table().rows();
    }

    /** A rule and the pairs that it will bring, about. */
    private record Rule(List<BlockingTerms.Term> terms, double pairs) {
        /** Whether all pairs of this one are the other's, too. */
        boolean implies(Rule other) {
            return !terms.equals(other.terms)
                    && other.terms.stream().allMatch(term -> terms.stream().anyMatch(each -> each.implies(term)));
        }

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
        List<Rule> core = possible(terms.core(), terms.core());
        List<Rule> loose = possible(terms.loose(), terms.all());
        List<Rule> all = new ArrayList<>(core);
        all.addAll(loose);
        all.stream()
                .distinct()
                .filter(rule -> all.stream().noneMatch(rule::implies))
                .sorted(Comparator.comparingDouble(Rule::pairs))
                .limit(MOST)
                .forEach(rule -> lines.add(rule.written()));
        if (lines.isEmpty()) {
            terms.core().stream()
                    .min(Comparator.comparingDouble(BlockingTerms.Term::sharing))
                    .ifPresent(term -> lines.add("[" + term.written() + "]"));
        }
        return lines.stream().map(rule -> "- " + rule).toList();
    }

    private List<Rule> possible(List<BlockingTerms.Term> first, List<BlockingTerms.Term> second) {
        double allowed = Math.max(PAIRS_A_ROW * rows, PAIRS_OF_A_SMALL_TABLE);
        List<Rule> rules = new ArrayList<>();
        for (BlockingTerms.Term one : first) {
            if (!one.isFamily()) {
                add(rules, rule(one, null), PAIRS_OF_ONE_FIELD * rows);
            }
            for (BlockingTerms.Term other : second) {
                boolean later = !first.equals(second) || first.indexOf(one) < second.indexOf(other);
                if (later && !one.speaksOfTheSame(other)) {
                    add(rules, rule(one, other), allowed);
                }
            }
        }
        return rules;
    }

    private Rule rule(BlockingTerms.Term one, BlockingTerms.@Nullable Term other) {
        double pairs = rows * rows / 2 * one.sharing() * (other == null ? 1 : other.sharing());
        return new Rule(
                Stream.of(one, other == null ? one : other)
                        .distinct()
                        .sorted(Comparator.comparing(BlockingTerms.Term::written))
                        .toList(),
                pairs);
    }

    private static void add(List<Rule> rules, Rule rule, double allowed) {
        if (rule.pairs() <= allowed) {
            rules.add(rule);
        }
    }
}
