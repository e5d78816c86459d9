package org.childfile.linkage.matching;

import java.util.List;
import org.childfile.linkage.model.Block;
import org.childfile.linkage.model.Hashes;
import org.childfile.linkage.table.Longs;
import org.childfile.linkage.table.PeopleTable;

/** The keys of rows by one rule of blocking; the same values give the same keys in any table. One thread's. */
final class RowKeys {

    /** Keys of one row by one rule; a row with more values than that is compared by the first. */
    static final int MOST = 64;

    private final PeopleTable table;
    private final List<List<TermKeys>> terms;
    private final Longs term = new Longs(MOST);
    private Longs keys = new Longs(MOST);
    private Longs joined = new Longs(MOST);

    RowKeys(Block rule, PeopleTable table, DerivedKeys.Shared shared) {
        this.table = table;
        this.terms = rule.terms().stream()
                .map(each -> each.fields().stream()
                        .map(table.model()::position)
                        .map(field -> new TermKeys(field, shared.of(table.dictionary(field), each.derivation())))
                        .toList())
                .toList();
    }

    /** The keys of a row: one for each way to take a key of every term. The list is the object's own until the next call. */
    Longs of(int row) {
        keys.clear();
        keys.add(1);
        for (List<TermKeys> alternatives : terms) {
            term.clear();
            for (TermKeys each : alternatives) {
                each.add(table, row, term);
            }
            joined.clear();
            for (int i = 0; i < keys.size(); i++) {
                for (int j = 0; j < term.size() && joined.size() < MOST; j++) {
                    joined.add(Hashes.mixed(keys.get(i), term.get(j)));
                }
            }
            Longs spent = keys;
            keys = joined;
            joined = spent;
        }
        return keys;
    }
}
