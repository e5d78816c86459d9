package org.childfile.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.childfile.ingest.connector.PullFailed;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines without decoding them. Line endings inside double quotes do not end a line where the format has
 * quotes. This is safe for UTF-8 and GB18030 alike: in both, quotes and line feeds never are part of a longer character.
 * Lines end with a line feed (and a carriage return before it), or with carriage returns alone where the first one does.
 *
 * <p>Not Commons CSV, because a record is kept in the bytes in which it came, also where they are no text in the feed's
 * encoding; the cells of one record are read by it ({@link CsvRecord}).
 *
 * <p>A quote that is never closed would swallow the rest of the file. When the end, or {@code maxBytes}, is reached inside
 * quotes, only the first physical line is given out (as it stands, to be found malformed) and reading goes on behind it;
 * {@link #onlyFirst} does the same where several lines turn out to be no record.
 */
final class LogicalLines {

    private static final byte UNDECIDED = 0;

    private final InputStream in;
    private final boolean quotes;
    private final int maxBytes;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private int line = 1;
    private int lineOfLast = 1;
    private int startOfLast;
    private int firstFeedOfLast = -1;
    private byte ending = UNDECIDED;
    private boolean unterminated;
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

    /** Whether the last given line was ended by nothing but the end of the file. */
    boolean unterminated() {
        return unterminated;
    }

    /** Whether the last given line holds line endings inside quotes. */
    boolean several() {
        return firstFeedOfLast >= 0;
    }

    /** The first physical line of the last given one, in place of it; what stood behind it is given next. */
    byte[] onlyFirst() {
        start = startOfLast;
        line = lineOfLast;
        unterminated = false;
        byte[] first = give(start + firstFeedOfLast, 1);
        firstFeedOfLast = -1;
        return first;
    }

    /** The next line without its line ending; null at the end. */
    byte @Nullable [] next() throws IOException {
        lineOfLast = line;
        firstFeedOfLast = -1;
        unterminated = false;
        boolean inside = false;
        int firstFeed = -1;
        int feeds = 0;
        int at = start;
        while (true) {
            if (at == end) {
                int scanned = at - start;
                if (scanned > maxBytes || !fill()) {
                    startOfLast = start;
                    return inside && firstFeed >= 0 ? give(start + firstFeed, 1) : tail(scanned, feeds, firstFeed);
                }
                at = start + scanned;
            }
            byte value = buffer[at];
            if (value == '"' && quotes) {
                inside = !inside;
            } else if (ending == UNDECIDED && !inside && (value == '\n' || value == '\r')) {
                int scanned = at - start;
                ending = value == '\r' && !feedFollows(scanned) ? (byte) '\r' : (byte) '\n';
                at = start + scanned;
                value = buffer[at];
            }
            if (value == (ending == '\r' ? '\r' : '\n')) {
                feeds++;
                if (!inside) {
                    startOfLast = start;
                    firstFeedOfLast = firstFeed;
                    return give(at, feeds);
                }
                if (firstFeed < 0) {
                    firstFeed = at - start;
                }
            }
            at++;
        }
    }

    /** Whether a line feed stands behind the byte at an offset from the start; a file that ends there counts as if. */
    private boolean feedFollows(int offset) throws IOException {
        while (start + offset + 1 >= end) {
            if (!fill()) {
                return true;
            }
        }
        return buffer[start + offset + 1] == '\n';
    }

    private byte @Nullable [] tail(int scanned, int feeds, int firstFeed) {
        if (scanned == 0) {
            return null;
        }
        if (scanned > maxBytes) {
            throw new PullFailed(
                    PullFailed.Reason.TOO_LARGE,
                    "line " + line + " is longer than max-record allows: " + maxBytes + " bytes");
        }
        unterminated = true;
        firstFeedOfLast = firstFeed;
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
