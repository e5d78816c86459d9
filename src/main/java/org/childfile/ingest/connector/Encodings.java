package org.childfile.ingest.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/** What the first bytes of a text file tell about its encoding, compared with what its connector says. */
public final class Encodings {

    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Encodings() {}

    /**
     * The stream in the encoding in which its lines are landed: UTF-16 becomes UTF-8, any other stays as it is. A file whose
     * byte-order mark contradicts the connector is refused: each of its records would be read wrong.
     */
    public static InputStream landed(InputStream in, String charset) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(in, UTF8_MARK.length);
        byte[] start = stream.readNBytes(UTF8_MARK.length);
        stream.unread(start);
        boolean wide = charset.startsWith("UTF-16");
        boolean utf16 = start.length >= 2
                && (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF
                        || start[0] == (byte) 0xFF && start[1] == (byte) 0xFE);
        if (utf16 && !wide) {
            throw another("UTF-16", charset);
        }
        if (Arrays.equals(start, UTF8_MARK) && !charset.equals("UTF-8")) {
            throw another("UTF-8", charset);
        }
        if (!wide) {
            return stream;
        }
        boolean looksBig = start.length >= 2 && start[0] == 0;
        boolean looksLittle = start.length >= 2 && start[1] == 0;
        return new Utf16Stream(stream, looksBig || !looksLittle && !charset.equals("UTF-16LE"));
    }

    private static PullFailed another(String found, String declared) {
        return new PullFailed(
                PullFailed.Reason.NOT_THE_FORMAT,
                "the file's byte-order mark says " + found + ", the connector says " + declared
                        + "; write format.charset: " + found + ", or let the department export it as before");
    }

    /** Refuses a text without a byte-order mark of which every other byte is NUL. */
    public static void refuseWide(byte[] firstLine) {
        int nuls = 0;
        for (byte value : firstLine) {
            nuls += value == 0 ? 1 : 0;
        }
        if (nuls > firstLine.length / 4) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_THE_FORMAT,
                    "the first line is full of NUL bytes, as UTF-16 is; write format.charset: UTF-16LE if it is that");
        }
    }

    /** A line without the byte-order marks at its start, which stand where two files were put together. */
    public static byte[] withoutMarks(byte[] line, String charset) {
        byte[] mark = charset.equals("UTF-8") || charset.startsWith("UTF-16")
                ? UTF8_MARK
                : "\uFEFF".getBytes(Charset.forName(charset));
        int from = 0;
        while (mark.length > 1
                && line.length - from >= mark.length
                && Arrays.equals(line, from, from + mark.length, mark, 0, mark.length)) {
            from += mark.length;
        }
        return from == 0 ? line : Arrays.copyOfRange(line, from, line.length);
    }

    /** Whether lines and cells can be cut apart byte by byte: line ends, quotes and delimiters are those of ASCII. */
    static boolean readable(Charset charset) {
        if (charset.name().startsWith("UTF-16")) {
            return true;
        }
        String signs = "\r\n\",;\t|0";
        return !charset.name().startsWith("ISO-2022")
                && !charset.name().startsWith("x-ISO-2022")
                && charset.canEncode()
                && Arrays.equals(signs.getBytes(charset), signs.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
