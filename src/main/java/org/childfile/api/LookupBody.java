package org.childfile.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a look-up: {@code {"id_number": "…"}} and nothing else. */
final class LookupBody {

    private static final int MOST_BYTES = 1000;
    private static final Pattern ID_NUMBER = Pattern.compile("[0-9]{15}|[0-9]{17}[0-9Xx]");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String EXPECTED = "{\"id_number\": \"[0-9]{17}[0-9X]\"}";

    private LookupBody() {}

    static String idNumber(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refused(Refusal.TOO_LARGE, MOST_BYTES);
        }
        try {
            JsonNode document = JSON.readTree(bytes);
            JsonNode number = document.isObject() && document.size() == 1 ? document.get("id_number") : null;
            if (number != null
                    && number.isString()
                    && ID_NUMBER.matcher(number.stringValue()).matches()) {
                return number.stringValue().toUpperCase(Locale.ROOT);
            }
        } catch (JacksonException e) {
            throw new Refused(Refusal.INVALID_BODY, EXPECTED);
        }
        throw new Refused(Refusal.INVALID_BODY, EXPECTED);
    }
}
