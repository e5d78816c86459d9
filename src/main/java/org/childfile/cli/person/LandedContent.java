package org.childfile.cli.person;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A record's bytes as they came, for a reader: most departments send UTF-8, the others GB 18030. */
final class LandedContent {

    private LandedContent() {}

    /** The text of the bytes; empty for none. */
    static String text(byte @Nullable [] content) {
        if (content == null) {
            return "";
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            // What is not UTF-8 is read as every national standard before it is.
            return new String(content, Charset.forName("GB18030"));
        }
    }
}
