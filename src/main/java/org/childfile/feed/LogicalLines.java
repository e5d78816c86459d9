package org.childfile.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines without decoding them. Line feeds inside double quotes do not end a line where the format has
 * quotes. This is safe for UTF-8 and GB18030 alike: in both, quotes and line feeds never are part of a longer character.
 *
 * <p>A quote that is never closed would swallow the rest of the file. When the end, or {@code maxBytes}, is reached inside
 * quotes, only the first physical line is given out (as it stands, to be found malformed) and reading goes on behind it.
 */
final class LogicalLines {

    private final InputStream in;
    private final boolean quotes;
    private final int maxBytes;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private int line = 1;
    private int lineOfLast = 1;
    private boolean ended;

    LogicalLines(InputStream in, boolean quotes, int maxBytes) {
        this.in = in;
        this.quotes = quotes;
        this.maxBytes = maxBytes;
    }

    /** The physical line, from 1, on which the last given line began. */
    int number() {
        return lineOfLast;
    }

    /** The next line without its line ending; null at the end. */
    byte @Nullable [] next() throws IOException {
        lineOfLast = line;
        boolean inside = false;
        int firstFeed = -1;
        int feeds = 0;
        int at = start;
        while (true) {
            if (at == end) {
                int scanned = at - start;
                if (scanned > maxBytes || !fill()) {
                    return inside && firstFeed >= 0 ? give(start + firstFeed, 1) : tail(scanned, feeds);
                }
                at = start + scanned;
            }
            byte value = buffer[at];
            if (value == '"' && quotes) {
                inside = !inside;
            } else if (value == '\n') {
                feeds++;
                if (!inside) {
                    return give(at, feeds);
                }
                if (firstFeed < 0) {
                    firstFeed = at - start;
                }
            }
            at++;
        }
    }

    private byte @Nullable [] tail(int scanned, int feeds) {
        if (scanned == 0) {
            return null;
        }
        if (scanned > maxBytes) {
            throw new PullFailed(
                    PullFailed.Reason.TOO_LARGE,
                    "line " + line + " is longer than max-record allows: " + maxBytes + " bytes");
        }
        byte[] rest = Arrays.copyOfRange(buffer, start, end);
        start = end;
        line += feeds;
        return rest;
    }

    private byte[] give(int feedAt, int feeds) {
        int to = feedAt > start && buffer[feedAt - 1] == '\r' ? feedAt - 1 : feedAt;
        byte[] found = Arrays.copyOfRange(buffer, start, to);
        start = feedAt + 1;
        line += feeds;
        return found;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, end, buffer.length - end);
        ended = count < 0;
        end += Math.max(0, count);
        return !ended;
    }
}
