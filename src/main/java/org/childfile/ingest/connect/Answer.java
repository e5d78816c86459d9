package org.childfile.ingest.connect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * A department's answer, whole: its body was read to the end. A large body lies in an enciphered temporary file that
 * goes when the answer is closed.
 *
 * @param headers by lower-case name
 */
record Answer(int status, Map<String, String> headers, Body body) implements AutoCloseable {

    /** Where the bytes are. */
    interface Body extends AutoCloseable {
        InputStream open() throws IOException;

        long length();

        @Override
        void close();
    }

    /** A small body, in memory. */
    record Bytes(byte[] bytes) implements Body {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void close() {}
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    byte[] bytes() throws IOException {
        try (InputStream in = body.open()) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        body.close();
    }

    /** A department's word in a message: short, and without characters that could forge a log line. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(40).forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '·' : c));
        return shown.toString();
    }
}
