package org.childfile.matching;

import java.util.List;
import java.util.Optional;
import org.childfile.comparison.Derivation;
import org.childfile.comparison.Derivations;
import org.jspecify.annotations.Nullable;

/** The keys of one term of a rule for every value of a field, made once a value. */
final class TermKeys {

    private final int field;
    private final int[] starts;
    private final long[] keys;

    TermKeys(int field, Dictionary dictionary, @Nullable String derivation) {
        Optional<Derivation> derived = derivation == null
                ? Optional.empty()
                : Optional.of(Derivations.find(derivation).orElseThrow());
        this.field = field;
        this.starts = new int[dictionary.size() + 1];
        Longs all = new Longs(dictionary.size());
        for (int code = 0; code < dictionary.size(); code++) {
            String text = dictionary.text(code);
            for (String key : derived.map(each -> each.of(text)).orElse(List.of(text))) {
                all.add(Hashes.of(key));
            }
            starts[code + 1] = all.size();
        }
        this.keys = all.trimmed();
    }

    /** Adds the keys of a row. */
    void add(PeopleTable table, int row, Longs to) {
        int cell = table.cell(row, field);
        for (int i = 0; i < table.size(cell); i++) {
            int code = table.value(cell, i);
            for (int k = starts[code]; k < starts[code + 1]; k++) {
                if (!to.contains(keys[k])) {
                    to.add(keys[k]);
                }
            }
        }
    }
}
