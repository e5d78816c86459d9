package org.childfile.access.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childfile.access.privacy.SubjectKeys.Leaf;

/**
 * Sealed values that stand in a text, where the value itself would stand: in a column, in a list, inside JSON. One is {@code
 * ~.} and Base64 (URL) of
 *
 * <pre>leaf (8) | label (4) | synthetic vector (16) | text in counter mode, filled up to a multiple of 16</pre>
 *
 * The same text under the same label of the same subject is the same bytes each time, so that what is unchanged is seen to be;
 * of two subjects it never is. Half of the key is the subject's leaf of the {@link ErasureTree}: with it the text is lost.
 * The other half follows from the index key and stays for the life of the warehouse, so nothing is sealed anew when data keys
 * are rotated.
 *
 * <p>Source: RFC 5297 (SIV), with HMAC for CMAC.
 */
public final class SealedTexts {

    private static final String MARK = "~.";
    private static final Pattern TOKEN = Pattern.compile("~\\.[A-Za-z0-9_-]{59,}");
    /** What PostgreSQL puts between quotation marks in a list. */
    private static final Pattern QUOTED = Pattern.compile("[{},\"\\\\\\s]|^$|^(?i)null$");

    private static final int LABEL_BYTES = 4;
    private static final int HEAD_BYTES = Long.BYTES + LABEL_BYTES;
    private static final int BLOCK = 16;
    private static final byte[] VECTOR = {'v'};
    private static final byte[] KEY = {'k'};
    private static final byte[] LABEL = {'l'};

    private final Suite suite;
    private final SubjectKeys subjects;
    private final Prf secret;

    SealedTexts(Suite suite, SubjectKeys subjects, Prf secret) {
        this.suite = suite;
        this.subjects = subjects;
        this.secret = secret;
    }

    /** Seals what is about one subject. */
    public interface OfSubject {
        /**
         * Seals a text.
         *
         * @param label what it is, such as the name of an attribute
         */
        String seal(String label, String text);
    }

    /** What seals texts about a subject. */
    public OfSubject of(Subject subject) {
        Leaf leaf = subjects.leaf(subject);
        Counter counter = counter(leaf);
        return (label, text) -> seal(leaf, counter, label, text);
    }

    /** A text that is about several subjects, sealed for each of them: it is lost with the first that is forgotten. */
    public String seal(List<Subject> subjects, String label, String text) {
        String sealed = text;
        for (Subject subject : subjects) {
            sealed = of(subject).seal(label, sealed);
        }
        return sealed;
    }

    private Counter counter(Leaf leaf) {
        return suite.counter(Arrays.copyOf(secret.of(KEY, leaf.half()), suite.keyBytes()));
    }

    private String seal(Leaf leaf, Counter counter, String label, String text) {
        byte[] clear = text.getBytes(StandardCharsets.UTF_8);
        // One more byte, 0x80, and zeros: how long the text is shows to 16 bytes alone.
        byte[] filled = Arrays.copyOf(clear, (clear.length / BLOCK + 1) * BLOCK);
        filled[clear.length] = (byte) 0x80;
        byte[] mark = Arrays.copyOf(secret.of(LABEL, label.getBytes(StandardCharsets.UTF_8)), LABEL_BYTES);
        byte[] vector = vector(leaf, mark, filled);
        return MARK
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(ByteBuffer.allocate(HEAD_BYTES + vector.length + filled.length)
                                .putLong(leaf.path())
                                .put(mark)
                                .put(vector)
                                .put(counter.apply(vector, filled, 0))
                                .array());
    }

    private byte[] vector(Leaf leaf, byte[] label, byte[] filled) {
        return Arrays.copyOf(secret.of(VECTOR, leaf.half(), label, filled), Counter.VECTOR_BYTES);
    }

    /** Whether a text may hold a sealed one. */
    public static boolean stand(String text) {
        return text.contains(MARK) && TOKEN.matcher(text).find();
    }

    /**
     * A text in which every sealed one is opened; one whose subject was forgotten stays as it is. In JSON and in a list as
     * PostgreSQL writes it what is opened is quoted as it must be.
     */
    public String clear(String text) {
        if (!text.contains(MARK)) {
            return text;
        }
        return TOKEN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(open(found.group())
                        .map(this::clear)
                        .map(clear -> quoted(clear, text, found))
                        .orElse(found.group())));
    }

    private static String quoted(String clear, String text, MatchResult found) {
        char before = found.start() == 0 ? ' ' : text.charAt(found.start() - 1);
        char after = found.end() == text.length() ? ' ' : text.charAt(found.end());
        if (before == '"' && after == '"') {
            return escaped(clear, true);
        }
        boolean element = text.startsWith("{") && (before == '{' || before == ',') && (after == '}' || after == ',');
        return element && QUOTED.matcher(clear).find() ? '"' + escaped(clear, false) + '"' : clear;
    }

    private static String escaped(String text, boolean json) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                escaped.append('\\').append(each);
            } else if (json && each < ' ') {
                escaped.append("\\u%04x".formatted((int) each));
            } else {
                escaped.append(each);
            }
        }
        return escaped.toString();
    }

    private Optional<String> open(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token.substring(MARK.length()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length < HEAD_BYTES + Counter.VECTOR_BYTES + BLOCK) {
            return Optional.empty();
        }
        long path = ByteBuffer.wrap(bytes).getLong();
        return subjects.leaf(path).flatMap(half -> open(bytes, new Leaf(path, half)));
    }

    private Optional<String> open(byte[] bytes, Leaf leaf) {
        byte[] label = Arrays.copyOfRange(bytes, Long.BYTES, HEAD_BYTES);
        byte[] vector = Arrays.copyOfRange(bytes, HEAD_BYTES, HEAD_BYTES + Counter.VECTOR_BYTES);
        byte[] filled = counter(leaf).apply(vector, bytes, HEAD_BYTES + Counter.VECTOR_BYTES);
        if (!MessageDigest.isEqual(vector, vector(leaf, label, filled))) {
            return Optional.empty();
        }
        int end = filled.length - 1;
        while (filled[end] == 0) {
            end--;
        }
        return Optional.of(new String(filled, 0, end, StandardCharsets.UTF_8));
    }
}
