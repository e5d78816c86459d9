package org.childfile.linkage.table;

import java.util.Arrays;
import org.childfile.linkage.model.Comparison;
import org.childfile.linkage.model.Level;
import org.childfile.linkage.model.LinkModel;

/** One dictionary for the fields that a level compares with each other, so that the same value has the same number in all. */
final class SharedDictionaries {

    private final int[] group;

    SharedDictionaries(LinkModel model) {
        group = new int[model.fields().size()];
        Arrays.setAll(group, i -> i);
        for (Comparison comparison : model.comparisons()) {
            for (Level level : comparison.levels()) {
                unite(model.position(level.of()), model.position(level.with()));
            }
        }
    }

    /** A dictionary for each field, empty. */
    Dictionary[] dictionaries() {
        Dictionary[] dictionaries = new Dictionary[group.length];
        for (int i = 0; i < group.length; i++) {
            dictionaries[i] = group[i] == i ? new Dictionary() : dictionaries[group[i]];
        }
        return dictionaries;
    }

    /** A group bears the number of its first field. */
    private void unite(int one, int other) {
        int first = Math.min(group[one], group[other]);
        int second = Math.max(group[one], group[other]);
        for (int i = 0; i < group.length; i++) {
            group[i] = group[i] == second ? first : group[i];
        }
    }
}
