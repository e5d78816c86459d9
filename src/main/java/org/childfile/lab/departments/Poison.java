package org.childfile.lab.departments;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** What may stand in a field and cannot be used. */
public enum Poison {
    /** An object with a list where JSON has text; its JSON as text in the other formats, {@code TRUE} in a workbook. */
    WRONG_TYPE,
    /** February 30, as the feed writes dates. */
    IMPOSSIBLE_DATE,
    /** 1 MiB of the letter x. */
    HUGE_TEXT,
    /** A NUL character: escaped in JSON, as it is elsewhere. */
    NUL,
    /** Half of a surrogate pair, as a column of two UTF-16 units cuts a rare character: escaped in JSON, as its three bytes elsewhere. */
    HALF_CHARACTER,
    /** Two bytes that are no character in GB18030, nor in UTF-8. */
    INVALID_BYTES,
    /** A delimiter that nothing quotes, with a text behind it: one cell too many. In JSON and XML another field. */
    EXTRA_CELL,
    /** A code that no table has. */
    UNKNOWN_CODE;

    static final int HUGE = 1 << 20;
    private static final String WORD = "WORDTHATSTANDSFORPOISON";

    ContentEdit in(String feed, String field) {
        return switch (this) {
            case WRONG_TYPE -> ContentEdit.first(record -> record.put(field, wrongType(feed)));
            case IMPOSSIBLE_DATE -> ContentEdit.first(record -> record.put(field, impossibleDate(feed)));
            case HUGE_TEXT -> raw(field, "x".repeat(HUGE).getBytes(StandardCharsets.US_ASCII));
            case NUL -> raw(field, nul(feed).getBytes(StandardCharsets.US_ASCII));
            case HALF_CHARACTER -> raw(field, half(feed));
            case EXTRA_CELL -> raw(field, extra(feed, field).getBytes(StandardCharsets.UTF_8));
            case UNKNOWN_CODE -> ContentEdit.first(record -> record.put(field, "Q7"));
            case INVALID_BYTES -> raw(field, new byte[] {(byte) 0xff, (byte) 0xff});
        };
    }

    private static ContentEdit raw(String field, byte[] bytes) {
        UnaryOperator<byte[]> instead = ContentEdit.instead(WORD, bytes);
        return ContentEdit.first((Map<String, Object> record) -> record.put(field, WORD), instead);
    }

    private static Object wrongType(String feed) {
        String json = "{\"unexpected\":[1]}";
        return switch (feed) {
            case "political-legal" -> true;
            case "education", "public-security", "volunteers" -> json;
            default -> JsonMapper.shared().readTree(json);
        };
    }

    private static String impossibleDate(String feed) {
        return switch (feed) {
            case "education", "public-security" -> "20150230";
            case "political-legal" -> "2015年2月30日";
            default -> "2015-02-30";
        };
    }

    private static String extra(String feed, String field) {
        return switch (feed) {
            case "education", "volunteers" -> "x,y";
            case "public-security" -> "x</" + field + "><EXTRA>y</EXTRA><" + field + ">";
            case "political-legal" -> "x,y";
            default -> "x\",\"extra\":\"y";
        };
    }

    private static byte[] half(String feed) {
        return switch (feed) {
            case "education", "public-security", "volunteers", "political-legal" ->
                new byte[] {(byte) 0xed, (byte) 0xa1, (byte) 0xb3};
            default -> "\\ud873".getBytes(StandardCharsets.US_ASCII);
        };
    }

    private static String nul(String feed) {
        return switch (feed) {
            case "education", "public-security", "volunteers", "political-legal" -> "\0";
            default -> "\\u0000";
        };
    }
}
