package org.childfile.ingest.mapping;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.childfile.ingest.mapping.AttributeCatalogue.Attribute;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values of attributes as people read them: the word that a code stands for, yes or no, a list without its brackets. What is no
 * code of its list, such as a masked value, stands as it is.
 *
 * @param locale Chinese but for English
 * @param codes whether the number that is a code stands behind its word, for who works with codes
 */
public record ValueWords(Locale locale, boolean codes) {

    /** What of codes an expert knows; others are words of this program. */
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** For somebody who is no expert: words alone. */
    public static ValueWords plain(Locale locale) {
        return new ValueWords(locale, false);
    }

    /** For somebody who works with codes: words with their codes. */
    public static ValueWords withCodes(Locale locale) {
        return new ValueWords(locale, true);
    }

    /** A value as views give it as text: lists as JSON, flags as true and false. */
    public String of(Attribute attribute, String value) {
        return switch (attribute.type()) {
            case FLAG -> flag(value);
            case TEXTS -> list(value, each -> word(attribute, each));
            case OBJECT -> list(value, UnaryOperator.identity());
            case TEXT -> word(attribute, value);
            case DATE, INTEGER -> value;
        };
    }

    /** Whether words are wanted in English; else they are Chinese. */
    static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    private boolean english() {
        return english(locale);
    }

    private String flag(String value) {
        return switch (value) {
            case "true" -> english() ? "yes" : "是";
            case "false" -> english() ? "no" : "否";
            default -> value;
        };
    }

    private String word(Attribute attribute, String value) {
        if (attribute.codes().isEmpty()) {
            return value;
        }
        return CodeList.word(attribute.codes(), value, locale)
                .map(word -> !codes || !NUMBER.matcher(value).matches()
                        ? word
                        : word + (english() ? " (" + value + ")" : "（" + value + "）"))
                .orElse(value);
    }

    private String list(String value, UnaryOperator<String> word) {
        try {
            JsonNode parsed = JSON.readTree(value);
            if (!parsed.isContainer()) {
                return value;
            }
            return parsed.isEmpty()
                    ? english() ? "none" : "无"
                    : parsed.valueStream()
                            .map(JsonNode::asString)
                            .map(word)
                            .collect(Collectors.joining(english() ? ", " : "、"));
        } catch (JacksonException e) {
            return value;
        }
    }
}
