package org.childfile.linkage.matching;

import org.childfile.linkage.table.Longs;
import org.childfile.linkage.table.PeopleTable;

/** The keys of rows by one field of a term of a rule. */
record TermKeys(int field, DerivedKeys keys) {

    /** Adds the keys of a row, each once. */
    void add(PeopleTable table, int row, Longs to) {
        int cell = table.cell(row, field);
        for (int i = 0; i < table.size(cell); i++) {
            keys.add(table.value(cell, i), to);
        }
    }
}
