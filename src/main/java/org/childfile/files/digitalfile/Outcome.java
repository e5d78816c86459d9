package org.childfile.files.digitalfile;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a condition holds, and by what: every value that decided so, and the grounds. A ground is a set of attributes
 * whose values alone decide it; who may see all of one may see that it holds.
 */
record Outcome(boolean holds, List<Proof> proofs, Set<Set<String>> grounds) {

    /** More grounds than these are taken for one, which needs them all. */
    private static final int MOST_GROUNDS = 16;

    Outcome {
        proofs = List.copyOf(proofs);
        grounds = Set.copyOf(grounds);
    }

    /** That rests on these values, all of them together. */
    static Outcome of(boolean holds, List<Proof> proofs) {
        Set<String> ground = new TreeSet<>();
        proofs.forEach(proof -> ground.add(proof.sight()));
        return new Outcome(holds, proofs, Set.of(ground));
    }

    Outcome not() {
        return new Outcome(!holds, proofs, grounds);
    }

    /** Each of these decides alone. */
    static Outcome either(boolean holds, Collection<Outcome> parts) {
        Set<Set<String>> grounds = new LinkedHashSet<>();
        parts.forEach(part -> grounds.addAll(part.grounds));
        return new Outcome(holds, proofs(parts), grounds);
    }

    /** These decide together. */
    static Outcome together(boolean holds, Collection<Outcome> parts) {
        Set<Set<String>> grounds = Set.of(Set.of());
        for (Outcome part : parts) {
            grounds = product(grounds, part.grounds);
        }
        return new Outcome(holds, proofs(parts), grounds);
    }

    private static Set<Set<String>> product(Set<Set<String>> one, Set<Set<String>> other) {
        Set<Set<String>> product = new LinkedHashSet<>();
        for (Set<String> a : one) {
            for (Set<String> b : other) {
                Set<String> both = new TreeSet<>(a);
                both.addAll(b);
                product.add(both);
            }
        }
        if (product.size() <= MOST_GROUNDS) {
            return product;
        }
        Set<String> all = new TreeSet<>();
        product.forEach(all::addAll);
        return Set.of(all);
    }

    private static List<Proof> proofs(Collection<Outcome> parts) {
        Set<Proof> proofs = new LinkedHashSet<>();
        parts.forEach(part -> proofs.addAll(part.proofs));
        return List.copyOf(proofs);
    }
}
