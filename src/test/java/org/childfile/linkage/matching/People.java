package org.childfile.linkage.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.linkage.table.TableBuilder;
import org.childfile.settings.Problems;

/** Small models and tables written down as text. */
public final class People {

    private People() {}

    public static LinkModel model(String yaml) {
        Problems problems = new Problems();
        LinkModel model = read(yaml, problems);
        problems.raise();
        return model;
    }

    public static LinkModel read(String yaml, Problems problems) {
        try {
            Path directory = Files.createTempDirectory("model");
            Path file = Files.writeString(directory.resolve("model.yaml"), yaml);
            LinkModel model = LinkModel.read(file, problems);
            Files.delete(file);
            Files.delete(directory);
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of one source: each line an id and the cells of the model's columns, parted by commas. */
    public static PeopleTable table(LinkModel model, String... lines) {
        return table(model, List.of(List.of(lines)));
    }

    static PeopleTable table(LinkModel model, List<List<String>> sources) {
        TableBuilder builder = PeopleTable.builder(model);
        for (int source = 0; source < sources.size(); source++) {
            for (String line : sources.get(source)) {
                String[] cells = line.split(",", -1);
                String[] row =
                        Arrays.copyOfRange(cells, 1, 1 + builder.columns().size());
                for (int i = 0; i < row.length; i++) {
                    row[i] = row[i] == null ? null : row[i].strip();
                }
                builder.add(source, cells[0].strip(), row);
            }
        }
        return builder.table();
    }

    /** The pairs from the review threshold on, as {@code a+b}, by their ids. */
    static List<String> pairs(Matcher matcher) {
        return pairs(matcher, matcher.pairs());
    }

    static List<String> pairs(Matcher matcher, Edges edges) {
        return IntStream.range(0, edges.size())
                .mapToObj(i -> matcher.table().id(edges.lower(i)) + "+"
                        + matcher.table().id(edges.upper(i)))
                .sorted()
                .toList();
    }

    /** The clusters of more than one row, as {@code a+b+c}. */
    static List<String> clusters(Matcher matcher, RowClusters clusters) {
        java.util.Map<Integer, String> byRoot = new java.util.TreeMap<>();
        for (int row = 0; row < clusters.of().length; row++) {
            byRoot.merge(clusters.of()[row], matcher.table().id(row), (one, other) -> one + "+" + other);
        }
        return byRoot.values().stream().filter(each -> each.contains("+")).toList();
    }
}
