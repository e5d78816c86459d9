package org.childfile.lab.registers;

import java.io.Closeable;
import java.io.IOException;
import org.childfile.lab.world.Tally;

/**
 * One feed's files of both nights. A snapshot writes what is there into each; a delta writes into the second only what
 * changed.
 */
final class TwoNights<T> implements Closeable {

    private final String feed;
    private final boolean delta;
    private final Sink<T> first;
    private final Sink<T> second;
    private final Tally tally;

    TwoNights(String feed, boolean delta, Sink<T> first, Sink<T> second, Tally tally) {
        this.feed = feed;
        this.delta = delta;
        this.first = first;
        this.second = second;
        this.tally = tally;
        tally.opened(feed);
    }

    void unchanged(T record) throws IOException {
        inFirst(record);
        if (!delta) {
            inSecond(record);
        }
    }

    void changed(T before, T after) throws IOException {
        inFirst(before);
        inSecond(after);
    }

    void inFirst(T record) throws IOException {
        first.put(record);
        tally.record(feed, 1);
    }

    void inSecond(T record) throws IOException {
        second.put(record);
        tally.record(feed, 2);
    }

    @Override
    public void close() throws IOException {
        try (first) {
            second.close();
        }
    }
}
