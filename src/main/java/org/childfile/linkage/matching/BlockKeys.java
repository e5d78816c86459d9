package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.childfile.linkage.model.Hashes;
import org.childfile.linkage.table.Longs;
import org.childfile.linkage.table.PeopleTable;

/**
 * The blocks that a row belongs to, as numbers that stay the same from table to table: two rows are worth comparing if they
 * share one. For a caller that keeps them and looks rows up by them. One thread's.
 */
public final class BlockKeys {

    private final List<RowKeys> rules = new ArrayList<>();
    private final long among;

    /** @param among what the rows are compared among; equal rows have other keys among others */
    public BlockKeys(PeopleTable table, String among) {
        this.among = Hashes.of(among);
        DerivedKeys.Shared shared = new DerivedKeys.Shared(1);
        table.model().blocks().forEach(rule -> rules.add(new RowKeys(rule, table, shared)));
    }

    /** The distinct keys of a row, ascending; none for a row that is compared with no other. */
    public long[] of(int row) {
        Longs all = new Longs(RowKeys.MOST);
        for (int rule = 0; rule < rules.size(); rule++) {
            Longs keys = rules.get(rule).of(row);
            for (int i = 0; i < keys.size(); i++) {
                all.add(Hashes.mixed(among + rule, keys.get(i)));
            }
        }
        return Arrays.stream(all.trimmed()).sorted().distinct().toArray();
    }
}
