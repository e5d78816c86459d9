package org.childfile.care.help;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.childfile.care.help.ApplicationTemplate.Answer;
import org.childfile.outbound.OutboundClient.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an answer of a department means. */
public sealed interface Answered {

    /**
     * An answer that is understood.
     *
     * @param receipt the department's number; empty where it says none
     * @param text what it wrote; personal data
     */
    record Understood(Optional<String> receipt, State state, Optional<String> text) implements Answered {}

    /**
     * One that is not.
     *
     * @param code {@code NONSENSE}, or {@code REJECTED} where the department refuses the request itself
     * @param message what is wrong, with its place; none of the department's words
     */
    record Refused(String code, String message) implements Answered {}

    /**
     * Reads an answer.
     *
     * @param file the template's file, for the message
     * @param sent whether it answers what was sent, which needs a receipt
     */
    static Answered read(Answer expected, Reply reply, String file, boolean sent) {
        if (reply.status() >= 400) {
            return new Refused("REJECTED", file + ": the department answered HTTP " + reply.status());
        }
        JsonNode document;
        try {
            document = JsonMapper.shared().readTree(new String(reply.body(), StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return nonsense(file, "the answer is no JSON");
        }
        if (document == null || !document.isObject()) {
            return nonsense(file, "the answer is no JSON object");
        }
        if (expected.ok().isPresent()
                && text(document, expected.ok().get().field())
                        .filter(expected.ok().get().value()::equals)
                        .isEmpty()) {
            return nonsense(
                    file,
                    "the answer's " + expected.ok().get().field() + " is not "
                            + expected.ok().get().value());
        }
        Optional<String> receipt = text(document, expected.receipt()).filter(Answered::receipt);
        if (sent && receipt.isEmpty()) {
            return nonsense(file, "the answer has no receipt at " + expected.receipt());
        }
        Optional<String> text = expected.text().flatMap(pointer -> text(document, pointer));
        if (expected.state().isEmpty()) {
            // Nothing follows: what was taken is done.
            return new Understood(receipt, State.DONE, text);
        }
        return text(document, expected.state().get())
                .flatMap(word -> Optional.ofNullable(expected.states().get(word)))
                .<Answered>map(state -> new Understood(receipt, state, text))
                .orElseGet(() -> nonsense(
                        file,
                        "the answer's state at " + expected.state().get() + " is none of those in answer.states"));
    }

    private static Answered nonsense(String file, String message) {
        return new Refused("NONSENSE", file + ": " + message);
    }

    /** A receipt stands in addresses and tables: it is short and plain, or it is none. */
    private static boolean receipt(String text) {
        return text.matches("[A-Za-z0-9._-]{1,80}") && !text.matches("\\.+");
    }

    private static Optional<String> text(JsonNode document, String pointer) {
        JsonNode found = document.at(pointer);
        return found.isValueNode() && !found.isNull() && !found.asString().isBlank()
                ? Optional.of(found.asString())
                : Optional.empty();
    }
}
