package org.childfile.linkage.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.childfile.linkage.comparison.Derivation;
import org.childfile.linkage.comparison.Derivations;
import org.childfile.linkage.model.Hashes;
import org.childfile.linkage.table.Dictionary;
import org.childfile.linkage.table.Longs;
import org.childfile.linkage.table.Workers;
import org.jspecify.annotations.Nullable;

/** The keys that a derivation draws from each value of a dictionary, as numbers. */
final class DerivedKeys {

    private static final int TASK_BITS = 13;

    /** Where the keys of each value begin, and their end. */
    private final int[] starts;

    private final long[] keys;

    private DerivedKeys(int[] starts, long[] keys) {
        this.starts = starts;
        this.keys = keys;
    }

    private static DerivedKeys of(Dictionary dictionary, @Nullable String derivation, int threads) {
        Derivation derived =
                derivation == null ? List::of : Derivations.find(derivation).orElseThrow();
        int size = dictionary.size();
        int[] starts = new int[size + 1];
        @Nullable Longs[] parts = new Longs[(size >> TASK_BITS) + 1];
        Workers.run(parts.length, threads, () -> number -> {
            Longs part = new Longs(1 << TASK_BITS);
            int end = Math.min(size, (number + 1) << TASK_BITS);
            for (int code = number << TASK_BITS; code < end; code++) {
                int before = part.size();
                for (String key : derived.of(dictionary.text(code))) {
                    part.add(Hashes.of(key));
                }
                starts[code + 1] = part.size() - before;
            }
            parts[number] = part;
        });
        for (int code = 0; code < size; code++) {
            starts[code + 1] += starts[code];
        }
        long[] keys = new long[starts[size]];
        int at = 0;
        for (Longs part : Arrays.asList(parts)) {
            at = Objects.requireNonNull(part).copyTo(keys, at);
        }
        return new DerivedKeys(starts, keys);
    }

    /** Adds the keys of a value that are not there yet. */
    void add(int code, Longs to) {
        for (int k = starts[code]; k < starts[code + 1]; k++) {
            if (!to.contains(keys[k])) {
                to.add(keys[k]);
            }
        }
    }

    /** Each dictionary's keys by each derivation, made once, whatever the number of rules. */
    static final class Shared {
        private final int threads;
        private final Map<Dictionary, Map<String, DerivedKeys>> all = new HashMap<>();

        Shared(int threads) {
            this.threads = threads;
        }

        DerivedKeys of(Dictionary dictionary, @Nullable String derivation) {
            return all.computeIfAbsent(dictionary, absent -> new HashMap<>())
                    .computeIfAbsent(
                            derivation == null ? "" : derivation,
                            absent -> DerivedKeys.of(dictionary, derivation, threads));
        }
    }
}
