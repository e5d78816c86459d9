package org.childfile.linkage.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.childfile.linkage.comparison.Relation;
import org.childfile.linkage.table.Dictionary;

/**
 * What relations keep of the values of a dictionary, made when a value is first asked for: most are never compared but with
 * themselves. For any number of threads; two that ask at once may both make it, and it is the same.
 */
final class Features {

    private final Function<String, Object> reading;
    private final Dictionary dictionary;
    private final AtomicReferenceArray<Object> made;

    private Features(Function<String, Object> reading, Dictionary dictionary) {
        this.reading = reading;
        this.dictionary = dictionary;
        this.made = new AtomicReferenceArray<>(dictionary.size());
    }

    Object of(int code) {
        Object feature = made.getAcquire(code);
        if (feature == null) {
            feature = reading.apply(dictionary.text(code));
            made.setRelease(code, feature);
        }
        return feature;
    }

    /** One of these for each dictionary and way to read its values, whatever the number of relations. */
    static final class Shared {
        private final Map<Dictionary, Map<Function<String, Object>, Features>> all = new HashMap<>();

        Features of(Relation<Object> relation, Dictionary dictionary) {
            return all.computeIfAbsent(dictionary, absent -> new HashMap<>())
                    .computeIfAbsent(relation.reading(), reading -> new Features(reading, dictionary));
        }
    }
}
