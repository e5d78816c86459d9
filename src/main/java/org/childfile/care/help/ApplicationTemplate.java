package org.childfile.care.help;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.settings.Section;

/**
 * What is asked of a department, where, and how it answers: one file of {@code connectors/outbound/}.
 *
 * @param name as it stands in tables; {@code NAME.yaml} is its file, by custom
 * @param endpoint whom it is sent to
 * @param urgent whether it goes by the mandatory-reporting route
 * @param terms by kind of call; a kind that is not here does not concern the department
 * @param escalateTo who is told when it is overdue
 * @param telephones whom to call when the route is down
 */
public record ApplicationTemplate(
        String name,
        Endpoint endpoint,
        Title title,
        String department,
        boolean urgent,
        Send send,
        Answer answer,
        Map<Kind, Terms> terms,
        String escalateTo,
        List<Telephone> telephones) {

    public ApplicationTemplate {
        terms = Map.copyOf(terms);
        telephones = List.copyOf(telephones);
    }

    /** Its name for people. */
    public record Title(String zh, String en) {}

    /** A number to call. */
    public record Telephone(String number, String zh, String en) {}

    /**
     * The request that sends it.
     *
     * @param keyHeader the header that carries the idempotency key
     * @param required fields of the body without which a person must look at it first
     */
    public record Send(String path, String keyHeader, Body body, List<String> required) {
        public Send {
            required = List.copyOf(required);
        }
    }

    /**
     * How the department answers, by JSON pointers.
     *
     * @param ok what an answer that means "yes" holds; empty where its status says it all
     * @param states by the department's word
     * @param follow how it is asked later; empty where nothing follows the receipt
     */
    public record Answer(
            Optional<Ok> ok,
            String receipt,
            Optional<String> state,
            Optional<String> text,
            Map<String, State> states,
            Optional<Follow> follow) {
        public Answer {
            states = Map.copyOf(states);
        }

        /** Reads the section {@code answer} of an outbound connector. */
        public static Answer read(Section section) {
            return TemplateReader.answer(section);
        }
    }

    public record Ok(String field, String value) {}

    public record Follow(String path, Duration every) {}

    /**
     * For a kind of call.
     *
     * @param deadlineDays by so many days after the call was taken it must have ended
     * @param confirm whether a person must confirm it before it is sent
     */
    public record Terms(int deadlineDays, boolean confirm) {}

    Set<Kind> kinds() {
        return terms.keySet();
    }
}
