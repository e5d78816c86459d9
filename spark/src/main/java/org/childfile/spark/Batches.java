package org.childfile.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What is made of a stream, a batch of it at a time.
 *
 * @param <S> the stream
 * @param <O> what is made
 */
final class Batches<S extends Iterator<?>, O> implements Iterator<O> {

    /** Makes of the next of a stream what comes of them. */
    interface Batch<S, O> {
        /** Takes from the stream, which has more, as much as it likes; whether there is more still. */
        boolean next(S from, List<O> to);
    }

    private final S from;
    private final Batch<S, O> batch;
    private Iterator<O> made = List.<O>of().iterator();
    private boolean more;

    Batches(S from, Batch<S, O> batch) {
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
