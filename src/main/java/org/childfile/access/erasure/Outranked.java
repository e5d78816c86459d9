package org.childfile.access.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a record says otherwise than a correction. Pure. */
public final class Outranked {

    private Outranked() {}

    /**
     * Compares a record's value with what was proved.
     *
     * @param told the record's value; null where it says nothing, which is not otherwise. Of a list it may say a part.
     */
    public static boolean says(@Nullable Object told, Object proved) {
        return switch (told) {
            case null -> false;
            case Collection<?> part
            when proved instanceof List<?> all -> !Set.copyOf(all).containsAll(part);
            case Object value -> !value.equals(proved);
        };
    }
}
