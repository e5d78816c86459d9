package org.childfile.files.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.linkage.matching.BlockKeys;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.linkage.table.TableBuilder;
import org.childfile.linkage.table.ValueKeys;
import org.jspecify.annotations.Nullable;

/** Source records as rows of a table that a model compares, in the order of their keys. */
final class LinkTable {

    private final PeopleTable people;
    private final List<LinkRecord> records;
    /** Children and volunteers are compared, and counted, apart. */
    private final Population population;

    private final Map<Long, Integer> rows;

    private LinkTable(PeopleTable people, List<LinkRecord> records, Population population) {
        this.people = people;
        this.records = records;
        this.population = population;
        this.rows = HashMap.newHashMap(records.size());
        for (int row = 0; row < records.size(); row++) {
            rows.put(records.get(row).recordId(), row);
        }
    }

    /**
     * Makes the table of all records of a population; a value that too many of them hold is no evidence.
     *
     * @param source hands the records out, each once
     */
    static LinkTable of(LinkModel model, Population population, Consumer<Consumer<SourceRecord>> source) {
        List<LinkRecord> arrived = new ArrayList<>();
        TableBuilder builder = read(model, population, source, arrived);
        return of(builder.table(), arrived, population);
    }

    /**
     * Makes the table of some records of a population.
     *
     * @param common says of a value, by its key, whether it is no evidence, as too many records hold it
     */
    static LinkTable of(
            LinkModel model, Population population, LongPredicate common, Consumer<Consumer<SourceRecord>> source) {
        List<LinkRecord> arrived = new ArrayList<>();
        TableBuilder builder = read(model, population, source, arrived);
        return of(builder.table(keys(population), common), arrived, population);
    }

    private static ValueKeys keys(Population population) {
        return new ValueKeys(population.written());
    }

    private static TableBuilder read(
            LinkModel model, Population population, Consumer<Consumer<SourceRecord>> source, List<LinkRecord> arrived) {
        TableBuilder builder = PeopleTable.builder(model);
        List<EvidenceColumn> columns = builder.columns().stream()
                .map(name -> EvidenceColumn.find(name, population).orElseThrow())
                .toList();
        source.accept(record -> {
            @Nullable String[] cells = new String[columns.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = columns.get(i).of(record);
            }
            // The lowest character between them orders ids as source keys are ordered.
            builder.add(0, record.key().feed() + "\0" + record.key().key(), cells);
            arrived.add(new LinkRecord(record.recordId(), record.key()));
        });
        return builder;
    }

    private static LinkTable of(PeopleTable people, List<LinkRecord> arrived, Population population) {
        List<LinkRecord> ordered = new ArrayList<>(arrived.size());
        for (int row = 0; row < arrived.size(); row++) {
            ordered.add(arrived.get(people.arrival(row)));
        }
        return new LinkTable(people, ordered, population);
    }

    PeopleTable people() {
        return people;
    }

    /** By row. */
    List<LinkRecord> records() {
        return records;
    }

    /** The keys of values that too many records may hold. */
    ValueKeys valueKeys() {
        return keys(population);
    }

    /** The keys of the rows' blocks. */
    BlockKeys blockKeys() {
        return new BlockKeys(people, population.written());
    }

    /** The rows of some records. */
    BitSet rows(Collection<Long> recordIds) {
        BitSet found = new BitSet(records.size());
        recordIds.forEach(recordId -> found.set(row(recordId)));
        return found;
    }

    int row(long recordId) {
        Integer row = rows.get(recordId);
        if (row == null) {
            throw new IllegalStateException("record " + recordId + " is not among those to be joined");
        }
        return row;
    }
}
