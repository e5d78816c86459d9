package org.childfile.files.identity;

import java.util.HashSet;
import java.util.Set;

/** Sets put together, without a new one where one of them is all. */
final class Sets {

    private Sets() {}

    static <T> Set<T> united(Set<T> a, Set<T> b) {
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
