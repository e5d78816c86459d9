package org.childfile.linkage.table;

import java.util.ArrayList;
import java.util.List;
import org.childfile.linkage.comparison.Derivation;
import org.childfile.linkage.comparison.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is derived of a value stands in a relation to a value of another field. What is kept of either is computed
 * once a value. One thread's.
 */
final class Ownership<F> {

    private final Derivation derivation;
    private final Relation<F> relation;
    private final Dictionary dictionary;
    private final Dictionary others;
    private final List<@Nullable List<F>> derived;
    private final List<@Nullable F> features;

    Ownership(Derivation derivation, Relation<F> relation, Dictionary dictionary, Dictionary others) {
        this.derivation = derivation;
        this.relation = relation;
        this.dictionary = dictionary;
        this.others = others;
        this.derived = new ArrayList<>(java.util.Collections.nCopies(dictionary.size(), null));
        this.features = new ArrayList<>(java.util.Collections.nCopies(others.size(), null));
    }

    boolean holds(int code, int other) {
        List<F> ofCode = derived.get(code);
        if (ofCode == null) {
            ofCode = derivation.of(dictionary.text(code)).stream()
                    .map(relation::feature)
                    .toList();
            derived.set(code, ofCode);
        }
        F feature = features.get(other);
        if (feature == null) {
            feature = relation.feature(others.text(other));
            features.set(other, feature);
        }
        for (F each : ofCode) {
            if (relation.holds(each, feature)) {
                return true;
            }
        }
        return false;
    }
}
