package org.childfile.ingest.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages of which some bytes are no text: a copy of the same length that a parser gets through, so that the records can be cut
 * out of the page as it came. What is wrong with a record is then found in that record alone.
 */
public final class PageText {

    private static final byte STAND_IN = '?';
    private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,9}));");

    private PageText() {}

    /** Whether all bytes are UTF-8. */
    static boolean isUtf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0 || Arrays.equals(bytes, replaced(bytes));
    }

    /** The page with a stand-in for each byte that is no UTF-8; the page itself where there is none. */
    public static byte[] utf8(byte[] page) {
        return new String(page, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0 ? page : replaced(page);
    }

    private static byte[] replaced(byte[] page) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(page);
        CharBuffer out = CharBuffer.allocate(1 << 13);
        byte[] copy = page.clone();
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            out.clear();
            if (result.isUnderflow()) {
                return copy;
            }
            if (result.isError()) {
                for (int i = 0; i < result.length(); i++) {
                    copy[in.position() + i] = STAND_IN;
                }
                in.position(in.position() + result.length());
            }
        }
    }

    /** The same for XML, which also forbids most control characters, written out or by number. */
    public static byte[] xml(byte[] page) {
        byte[] copy = utf8(page).clone();
        for (int i = 0; i < page.length; i++) {
            boolean control = page[i] >= 0 && page[i] < 0x20 && page[i] != '\t' && page[i] != '\n' && page[i] != '\r';
            boolean noCharacter = i + 2 < page.length
                    && page[i] == (byte) 0xEF
                    && page[i + 1] == (byte) 0xBF
                    && (page[i + 2] & 0xFF) >= 0xBE;
            if (control || noCharacter) {
                for (int j = i; j < i + (noCharacter ? 3 : 1); j++) {
                    copy[j] = STAND_IN;
                }
            }
        }
        Matcher references = REFERENCE.matcher(new String(page, StandardCharsets.ISO_8859_1));
        while (references.find()) {
            long c = references.group(1) != null
                    ? Long.parseLong(references.group(1), 16)
                    : Long.parseLong(references.group(2));
            if (!allowed(c)) {
                Arrays.fill(copy, references.start(), references.end(), STAND_IN);
            }
        }
        return copy;
    }

    private static boolean allowed(long c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }
}
