package org.childfile.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A stream whose next element can be looked at before it is taken. */
final class Peeking<T> implements Iterator<T> {

    private final Iterator<T> from;
    private @Nullable T next;

    Peeking(Iterator<T> from) {
        this.from = from;
    }

    /** The next element, which stays; null at the end. */
    @Nullable
    T peek() {
        if (next == null && from.hasNext()) {
            next = from.next();
        }
        return next;
    }

    @Override
    public boolean hasNext() {
        return peek() != null;
    }

    @Override
    public T next() {
        T taken = peek();
        if (taken == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return taken;
    }
}
