package org.childfile.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.childfile.mapping.Population;
import org.childfile.mapping.SourceRecord;
import org.childfile.matching.LinkModel;
import org.childfile.matching.PeopleTable;
import org.childfile.matching.TableBuilder;
import org.jspecify.annotations.Nullable;

/** Source records as rows of a table that a model compares, in the order of their keys. */
final class LinkTable {

    private final PeopleTable people;
    private final List<LinkRecord> records;
    private final Map<Long, Integer> rows;

    private LinkTable(PeopleTable people, List<LinkRecord> records) {
        this.people = people;
        this.records = records;
        this.rows = HashMap.newHashMap(records.size());
        for (int row = 0; row < records.size(); row++) {
            rows.put(records.get(row).recordId(), row);
        }
    }

    /**
     * Makes the table.
     *
     * @param source hands the records out, each once
     */
    static LinkTable of(LinkModel model, Population population, Consumer<Consumer<SourceRecord>> source) {
        TableBuilder builder = PeopleTable.builder(model);
        List<EvidenceColumn> columns = builder.columns().stream()
                .map(name -> EvidenceColumn.find(name, population).orElseThrow())
                .toList();
        List<LinkRecord> arrived = new ArrayList<>();
        source.accept(record -> {
            @Nullable String[] cells = new String[columns.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = columns.get(i).of(record);
            }
            // The lowest character between them orders ids as source keys are ordered.
            builder.add(0, record.key().feed() + "\0" + record.key().key(), cells);
            arrived.add(new LinkRecord(record.recordId(), record.key()));
        });
        PeopleTable people = builder.table();
        List<LinkRecord> ordered = new ArrayList<>(arrived.size());
        for (int row = 0; row < arrived.size(); row++) {
            ordered.add(arrived.get(people.arrival(row)));
        }
        return new LinkTable(people, ordered);
    }

    PeopleTable people() {
        return people;
    }

    /** By row. */
    List<LinkRecord> records() {
        return records;
    }

    int row(long recordId) {
        Integer row = rows.get(recordId);
        if (row == null) {
            throw new IllegalStateException("record " + recordId + " is not among those to be joined");
        }
        return row;
    }
}
