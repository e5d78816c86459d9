package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.childfile.linkage.table.Longs;
import org.childfile.linkage.table.PeopleTable;

/** The keys of the blocks in which the rows of a part stand, as the whole table has them ({@link BlockKey}). One thread's. */
public final class PartKeys {

    private final List<RowKeys> rules = new ArrayList<>();

    public PartKeys(PeopleTable part) {
        DerivedKeys.Shared shared = new DerivedKeys.Shared(1);
        part.model().blocks().forEach(rule -> rules.add(new RowKeys(rule, part, shared)));
    }

    /** The distinct keys of a row, ascending. */
    public long[] of(int row) {
        Longs all = new Longs(RowKeys.MOST);
        for (int rule = 0; rule < rules.size(); rule++) {
            Longs keys = rules.get(rule).of(row);
            for (int i = 0; i < keys.size(); i++) {
                all.add(BlockKey.of(rule, BlockKey.bits(keys.get(i))));
            }
        }
        return Arrays.stream(all.trimmed()).sorted().distinct().toArray();
    }
}
