package org.childfile.linkage;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The valid id numbers and the birth certificates of some records: where both have such, they must share one. */
record Numbers(Set<String> ids, Set<String> certificates) {

    private static final Numbers NONE = new Numbers(Set.of(), Set.of());

    static Numbers of(LinkRecord record) {
        return record.id() == null && record.birthCertificate() == null
                ? NONE
                : new Numbers(single(record.id()), single(record.birthCertificate()));
    }

    Numbers and(Numbers other) {
        return new Numbers(Sets.united(ids, other.ids), Sets.united(certificates, other.certificates));
    }

    /** Whether they say that there are two persons. */
    boolean contradict(Numbers other) {
        return contradict(ids, other.ids) || contradict(certificates, other.certificates);
    }

    private static boolean contradict(Set<String> a, Set<String> b) {
        return !a.isEmpty() && !b.isEmpty() && a.stream().noneMatch(b::contains);
    }

    private static Set<String> single(@Nullable String value) {
        return value == null ? Set.of() : Set.of(value);
    }
}
