package org.childfile.files.identity;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
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

    /** The edges of some records, by their numbers. */
    List<Edge> edges(long... changed) {
        BitSet fresh = new BitSet();
        for (long recordId : changed) {
            fresh.set(table.row(recordId));
        }
        return LinkageStage.edges(matcher, table, fresh, done -> {});
    }

    PersonClustering.Persons decide(VerdictConstraints constraints) {
        long[] all = table.records().stream().mapToLong(LinkRecord::recordId).toArray();
        return PersonClustering.decide(table, edges(all), constraints, matcher);
    }

    private static LinkageModels models() {
        Problems problems = new Problems();
        LinkageModels models = LinkageModels.read(Path.of("mappings"), problems);
        problems.raise();
        return models;
    }
}
