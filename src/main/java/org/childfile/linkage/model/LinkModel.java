package org.childfile.linkage.model;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;
import org.jspecify.annotations.Nullable;

/**
 * A model of linkage: what is compared, how, and what follows of it.
 *
 * @param file where it was read
 * @param link which pairs are looked at
 * @param maxBlock rows that may share one key; a larger block is left out and reported
 * @param prior the probability that two rows taken at random are one person; null where it is yet to be learned
 */
public record LinkModel(
        String file,
        Link link,
        int maxBlock,
        List<Field> fields,
        List<Block> blocks,
        List<Comparison> comparisons,
        List<Veto> vetoes,
        List<ReviewRules> asks,
        DecisionThresholds decision,
        @Nullable Double prior)
        implements Serializable {

    static final int VERSION = 1;

    public LinkModel {
        fields = List.copyOf(fields);
        blocks = List.copyOf(blocks);
        comparisons = List.copyOf(comparisons);
        vetoes = List.copyOf(vetoes);
        asks = List.copyOf(asks);
    }

    /** Which pairs are looked at. */
    public enum Link {
        /** All pairs, of one source and of two. */
        ALL,
        /** Only pairs of two sources. */
        ACROSS,
        /** Only pairs of two sources; each source holds a person at most once. */
        ONE_TO_ONE
    }

    /** Reads a model; every mistake becomes a problem with its line, and then the model is not to be used. */
    public static LinkModel read(Path file, Problems problems) {
        return new ModelReader(Section.read(file, problems)).model();
    }

    /** The model as a file; the same model gives the same bytes. */
    public String written() {
        return new ModelWriter(this).written();
    }

    /** Whether every weight and the prior are known. */
    public boolean learned() {
        return prior != null
                && comparisons.stream().flatMap(each -> each.levels().stream()).allMatch(level -> level.odds() != null);
    }

    /** Tells of columns that the model reads and a table has not. */
    public void check(List<String> header, String table, Problems problems) {
        for (Field field : fields) {
            for (String column : field.from()) {
                if (!header.contains(column)) {
                    problems.add(
                            file,
                            field.line(),
                            field.name() + ": " + table + " has no column " + column + Section.hint(column, header)
                                    + "; there are " + String.join(", ", header));
                }
            }
        }
    }

    /** The same without a limit to blocks: for a caller in whose tables a block is not always whole. */
    public LinkModel uncapped() {
        return new LinkModel(file, link, Integer.MAX_VALUE, fields, blocks, comparisons, vetoes, asks, decision, prior);
    }

    /** Another one for each model that links otherwise. */
    public String digest() {
        return Long.toHexString(Hashes.of(written()));
    }

    /** The prior in bits; 0 where it is yet to be learned. */
    public double priorBits() {
        return prior == null ? 0 : DecisionThresholds.bits(prior);
    }

    /** The fields of which one person has one value: another one keeps rows and clusters apart. */
    public List<String> differing() {
        return vetoes.stream()
                .filter(Veto.Differ.class::isInstance)
                .map(veto -> ((Veto.Differ) veto).field())
                .toList();
    }

    public LinkModel learned(List<Comparison> learned, double learnedPrior) {
        return new LinkModel(file, link, maxBlock, fields, blocks, learned, vetoes, asks, decision, learnedPrior);
    }

    public int position(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException(file + ": no field " + field);
    }

    /** The positions of the comparisons by name. */
    public Map<String, Integer> comparisonPositions() {
        Map<String, Integer> positions = new TreeMap<>();
        for (int i = 0; i < comparisons.size(); i++) {
            positions.put(comparisons.get(i).name(), i);
        }
        return positions;
    }
}
