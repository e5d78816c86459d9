package org.childfile.ingest.connect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.converter.stream.CachedOutputStream;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.format.LimitedInputStream;
import org.jspecify.annotations.Nullable;

/** Takes answers in: small ones in memory, others in Camel's enciphered spool, of which nothing stays when one is not whole. */
record Spool(long maxBytes) {

    private static final int SMALL_BODY = 1 << 20;
    private static final int CHUNK = 1 << 16;

    /** Takes the body in whole, so that a connection that breaks off is found out here. */
    Answer.Body store(@Nullable InputStream in, Map<String, String> headers, Exchange exchange) throws IOException {
        if (in == null) {
            return new Answer.Bytes(new byte[0]);
        }
        InputStream limited = new LimitedInputStream(in, "max-answer", maxBytes);
        byte[] start = limited.readNBytes(SMALL_BODY);
        if (start.length < SMALL_BODY) {
            complete(start.length, headers);
            return new Answer.Bytes(start);
        }
        CachedOutputStream out = new CachedOutputStream(exchange, false);
        try {
            out.write(start);
            long length = start.length;
            byte[] chunk = new byte[CHUNK];
            for (int count = limited.read(chunk); count >= 0; count = limited.read(chunk)) {
                out.write(chunk, 0, count);
                length += count;
            }
            complete(length, headers);
            return new StoredBody(out, length);
        } catch (IOException | RuntimeException e) {
            // An answer that is not whole leaves nothing in the spool.
            out.close();
            throw e;
        }
    }

    private static void complete(long length, Map<String, String> headers) {
        String promised = headers.get("content-length");
        if (promised != null && !headers.containsKey("content-encoding") && !promised.equals(Long.toString(length))) {
            throw new PullFailed(
                    PullFailed.Reason.CUT_SHORT, "the answer has " + length + " of " + promised + " bytes");
        }
    }

    /** A body in Camel's spool. */
    private record StoredBody(CachedOutputStream stored, long length) implements Answer.Body {
        @Override
        public InputStream open() throws IOException {
            return stored.getInputStream();
        }

        @Override
        public void close() {
            try {
                stored.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
