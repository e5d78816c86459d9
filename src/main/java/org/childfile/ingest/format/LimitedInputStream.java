package org.childfile.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.childfile.ingest.connector.PullFailed;

/** Ends a pull, not the program, when an answer unpacks to more than its connector allows. */
public final class LimitedInputStream extends FilterInputStream {

    private final String setting;
    private final long limit;
    private long left;

    public LimitedInputStream(InputStream in, String setting, long limit) {
        super(in);
        this.setting = setting;
        this.limit = limit;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        spend(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        spend(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("a limited stream is read, not skipped");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void spend(long count) {
        left -= count;
        if (left < 0) {
            throw new PullFailed(
                    PullFailed.Reason.TOO_LARGE,
                    "the answer holds more than " + setting + " allows: " + limit + " bytes");
        }
    }
}
