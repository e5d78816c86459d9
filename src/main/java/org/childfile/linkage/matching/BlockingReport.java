package org.childfile.linkage.matching;

import java.util.List;
import java.util.stream.Collectors;
import org.childfile.linkage.model.Block;
import org.childfile.linkage.table.PeopleTable;

/** What the rules of blocking will cost, known before any pair is compared. */
public record BlockingReport(List<Rule> rules, int maxBlock) {

    public BlockingReport {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param pairs that it will bring, those included that another rule brings too
     * @param skippedPairs of blocks that are larger than the model allows, which are left out
     * @param worst its largest blocks, largest first; at most five
     */
    public record Rule(String rule, long pairs, long skippedPairs, List<Key> worst) {

        public Rule {
            worst = List.copyOf(worst);
        }
    }

    /**
     * A block.
     *
     * @param values what its first row holds of the rule's fields: personal data
     * @param skipped whether it is larger than the model allows
     */
    public record Key(String values, int rows, boolean skipped) {

        /**
         * The key of a block.
         *
         * @param row the block's first
         */
        public static Key of(Block rule, PeopleTable table, int row, int rows, boolean skipped) {
            String values = rule.terms().stream()
                    .flatMap(term -> term.fields().stream())
                    .map(field -> String.join("/", table.values(row, field)))
                    .collect(Collectors.joining(", "));
            return new Key(values, rows, skipped);
        }
    }

    /** Pairs of all rules together. */
    public long pairs() {
        return rules.stream().mapToLong(Rule::pairs).sum();
    }

    public long skippedPairs() {
        return rules.stream().mapToLong(Rule::skippedPairs).sum();
    }
}
