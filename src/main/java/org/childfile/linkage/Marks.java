package org.childfile.linkage;

import java.util.HashSet;
import java.util.Set;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether two clusters may be joined, whatever their records have in common.
 *
 * @param ids valid id numbers
 * @param certificates numbers of birth certificates
 * @param groups the groups that verdicts made of its records
 * @param apart the groups that verdicts keep apart from its records
 */
record Marks(Set<String> ids, Set<String> certificates, Set<SourceKey> groups, Set<SourceKey> apart) {

    static Marks of(LinkRecord record, Bonds bonds) {
        SourceKey group = bonds.group(record.key());
        Set<SourceKey> apart = bonds.apartFrom(group);
        boolean named = !apart.isEmpty() || bonds.joins(record.key());
        return new Marks(
                single(record.id()), single(record.birthCertificate()), named ? Set.of(group) : Set.of(), apart);
    }

    Marks and(Marks other) {
        return new Marks(
                united(ids, other.ids),
                united(certificates, other.certificates),
                united(groups, other.groups),
                united(apart, other.apart));
    }

    /** Whether the numbers say that they are two persons. */
    boolean contradict(Marks other) {
        return contradict(ids, other.ids) || contradict(certificates, other.certificates);
    }

    /** Whether a person said that they are two persons. */
    boolean keptApart(Marks other) {
        return !apart.isEmpty() && apart.stream().anyMatch(other.groups::contains);
    }

    private static boolean contradict(Set<String> a, Set<String> b) {
        return !a.isEmpty() && !b.isEmpty() && a.stream().noneMatch(b::contains);
    }

    private static Set<String> single(@Nullable String value) {
        return value == null ? Set.of() : Set.of(value);
    }

    private static <T> Set<T> united(Set<T> a, Set<T> b) {
        if (b.isEmpty() || a.equals(b)) {
            return a;
        }
        if (a.isEmpty()) {
            return b;
        }
        Set<T> all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }
}
