package org.childfile.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** What is made of a stream, a batch of it at a time. */
final class Batches<I, O> implements Iterator<O> {

    /** Makes of the next of a stream what comes of them. */
    interface Batch<I, O> {
        /** Takes from the stream as much as it likes; whether there is more. */
        boolean next(Iterator<I> from, List<O> to);
    }

    private final Iterator<I> from;
    private final Batch<I, O> batch;
    private Iterator<O> made = List.<O>of().iterator();
    private boolean more;

    Batches(Iterator<I> from, Batch<I, O> batch) {
        this.from = from;
        this.batch = batch;
        this.more = from.hasNext();
    }

    @Override
    public boolean hasNext() {
        while (!made.hasNext() && more) {
            List<O> next = new ArrayList<>();
            more = batch.next(from, next);
            made = next.iterator();
        }
        return made.hasNext();
    }

    @Override
    public O next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return made.next();
    }
}
