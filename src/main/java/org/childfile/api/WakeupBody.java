package org.childfile.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.childfile.care.help.Kind;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a call for help: {@code {"child", "kind", "words", "photo"}}, of which the photo may be left out. */
record WakeupBody(String child, Kind kind, String words, Optional<String> photo) {

    private static final int MOST_BYTES = 20_000;
    private static final int MOST_CHARACTERS = 4000;
    private static final Pattern PHOTO = Pattern.compile("[A-Za-z0-9._:/-]{1,200}");
    private static final Set<String> KNOWN = Set.of("child", "kind", "words", "photo");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String EXPECTED = "{\"child\": \"C…\", \"kind\":"
            + " \"ILLNESS | SCHOOLING | HARDSHIP | INSURANCE | ABUSE\", \"words\": \"1–4000\", \"photo\": \""
            + PHOTO.pattern() + "\"}";

    static WakeupBody read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refused(Refusal.TOO_LARGE, MOST_BYTES);
        }
        try {
            return of(JSON.readTree(bytes));
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    private static WakeupBody of(@Nullable JsonNode document) {
        if (document == null || !document.isObject() || !KNOWN.containsAll(document.propertyNames())) {
            throw malformed();
        }
        String words = text(document, "words");
        Optional<String> photo = document.has("photo") ? Optional.of(text(document, "photo")) : Optional.empty();
        if (words.isBlank()
                || words.length() > MOST_CHARACTERS
                || words.indexOf(0) >= 0
                || !encodable(words)
                || photo.filter(given -> !PHOTO.matcher(given).matches()).isPresent()) {
            throw malformed();
        }
        return new WakeupBody(
                text(document, "child"),
                Kind.of(text(document, "kind")).orElseThrow(WakeupBody::malformed),
                words,
                photo);
    }

    private static boolean encodable(String words) {
        return java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(words);
    }

    private static String text(JsonNode document, String name) {
        JsonNode value = document.get(name);
        if (value == null || !value.isString()) {
            throw malformed();
        }
        return value.stringValue();
    }

    private static Refused malformed() {
        return new Refused(Refusal.INVALID_BODY, EXPECTED);
    }
}
