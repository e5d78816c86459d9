package org.childfile.files.identity;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.model.LinkModel;
import org.childfile.settings.Problems;

/** Told records linked from the start by the program's own model of a child. */
final class Linking {

    static final LinkageModels MODELS = models();
    static final LinkModel CHILD = MODELS.of(Population.CHILD);

    private final LinkTable table;
    private final Matcher matcher;

    Linking(List<SourceRecord> records) {
        this.table = LinkTable.of(CHILD, Population.CHILD, records::forEach);
        this.matcher = Matcher.of(CHILD.uncapped(), table.people(), 1);
    }

    LinkTable table() {
        return table;
    }

    Matcher matcher() {
        return matcher;
    }

    /** Two records that are probably, or perhaps, one person. */
    record Edge(long a, long b, double weight) {}

    /** The edges of some records, by their numbers. */
    List<Edge> edges(long... changed) {
        Edges edges = rows(changed);
        return IntStream.range(0, edges.size())
                .mapToObj(i -> {
                    long lower = table.records().get(edges.lower(i)).recordId();
                    long upper = table.records().get(edges.upper(i)).recordId();
                    return new Edge(Math.min(lower, upper), Math.max(lower, upper), edges.weight(i));
                })
                .toList();
    }

    private Edges rows(long... changed) {
        BitSet fresh = new BitSet();
        for (long recordId : changed) {
            fresh.set(table.row(recordId));
        }
        return LinkageStage.edges(matcher, fresh, done -> {});
    }

    PersonClustering.Persons decide(VerdictConstraints constraints) {
        long[] all = table.records().stream().mapToLong(LinkRecord::recordId).toArray();
        return PersonClustering.decide(table, rows(all), constraints, matcher);
    }

    private static LinkageModels models() {
        Problems problems = new Problems();
        LinkageModels models = LinkageModels.read(Path.of("mappings"), problems);
        problems.raise();
        return models;
    }
}
