package org.childfile.care.help;

import java.util.List;
import java.util.Map;
import org.childfile.access.privacy.Context;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.access.privacy.Subject;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What of calls lies sealed, and opens it again for who may see it. */
public final class Sealed {

    private static final SealedColumn WORDS =
            new SealedColumn("wakeup.wakeup", "said", "wakeup.wakeup.said", List.of("wakeup_id"));
    private static final SealedColumn VALUE =
            new SealedColumn("wakeup.item", "sealed", "wakeup.item.sealed", List.of("wakeup_id", "number"));
    private static final SealedColumn BODY =
            new SealedColumn("wakeup.application", "body", "wakeup.application.body", List.of("application_id"));
    private static final SealedColumn ANSWER = new SealedColumn(
            "wakeup.application_event", "said", "wakeup.application_event.said", List.of("application_id", "number"));

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Keyring keys;

    public Sealed(Keyring keys) {
        this.keys = keys;
    }

    /** Where sealed values are. */
    public static List<SealedColumn> columns() {
        return List.of(WORDS, VALUE, BODY, ANSWER);
    }

    /** What was said in a call: {@code words}, {@code photo} and the {@code reason} for which it was closed, where there are. */
    public Map<String, String> words(String wakeup, byte[] sealed) {
        return JSON.readValue(keys.open(sealed, Context.of(WORDS.place(), wakeup)), TEXTS);
    }

    byte[] sealWords(String wakeup, Map<String, String> words) {
        return keys.seal(JSON.writeValueAsBytes(words), Context.of(WORDS.place(), wakeup), Subject.call(wakeup));
    }

    /** The value of class identifier of a row of an event list. */
    public Object value(String wakeup, int number, byte[] sealed) {
        return JSON.readValue(
                keys.open(sealed, Context.of(VALUE.place(), wakeup, Integer.toString(number))), Object.class);
    }

    byte[] sealValue(String wakeup, int number, Object value) {
        return keys.seal(
                JSON.writeValueAsBytes(value),
                Context.of(VALUE.place(), wakeup, Integer.toString(number)),
                Subject.call(wakeup));
    }

    /** What a department is sent. */
    public byte[] body(String application, byte[] sealed) {
        return keys.open(sealed, Context.of(BODY.place(), application));
    }

    byte[] sealBody(String application, byte[] body) {
        return keys.seal(body, Context.of(BODY.place(), application), Subject.application(application));
    }

    /** What a department wrote. */
    public String answer(String application, int number, byte[] sealed) {
        return new String(
                keys.open(sealed, Context.of(ANSWER.place(), application, Integer.toString(number))),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    byte[] sealAnswer(String application, int number, String text) {
        return keys.seal(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Context.of(ANSWER.place(), application, Integer.toString(number)),
                Subject.application(application));
    }
}
