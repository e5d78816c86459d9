package org.childfile.care.duties;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.outbound.OutboundClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends digests to everybody whom the connectors name. The idempotency key is a digest's scope and day: however often it is
 * sent, the department counts it once. A department that gave no answer {@value #SILENT_IN_A_ROW} times in a row, each after all
 * attempts, is left alone for the rest; the other departments go on.
 */
public final class DigestPost {

    private static final int SILENT_IN_A_ROW = 3;

    private final DigestConnectors connectors;
    private final OutboundClient outbound;

    public DigestPost(DigestConnectors connectors, OutboundClient outbound) {
        this.connectors = connectors;
        this.outbound = outbound;
    }

    /** What became of one digest on its way to one department. */
    public sealed interface Outcome {

        String scope();

        String connector();

        /** The department has it, and gave a receipt. */
        record Received(String scope, String connector, String receipt) implements Outcome {}

        /**
         * The department does not have it, as far as anybody knows.
         *
         * @param message why, without the department's own words
         */
        record Failed(String scope, String connector, String message) implements Outcome {}

        /** There is no pair to tell of. */
        record Empty(String scope, String connector) implements Outcome {}
    }

    /** Sends digests as they are; who gives them masks them before. */
    public void send(List<Digest> digests, Consumer<Outcome> told) {
        connectors.all().forEach(connector -> send(digests, connector, told));
    }

    private void send(List<Digest> digests, DigestConnector connector, Consumer<Outcome> told) {
        int silent = 0;
        for (Digest digest : digests) {
            if (digest.day() == null) {
                told.accept(new Outcome.Empty(digest.scope(), connector.name()));
            } else if (silent == SILENT_IN_A_ROW) {
                told.accept(failed(digest, connector, "not tried, as the department answered none of those before it"));
            } else {
                try {
                    told.accept(outcome(digest, connector, reply(digest, connector)));
                    silent = 0;
                } catch (PullFailed e) {
                    told.accept(failed(digest, connector, String.valueOf(e.getMessage())));
                    silent++;
                }
            }
        }
    }

    /** A mistake of our own in one digest must not stop the others. */
    private OutboundClient.Reply reply(Digest digest, DigestConnector connector) {
        String key = "digest-" + digest.scope() + "-" + digest.day();
        try {
            return outbound.send(
                    connector.endpoint(),
                    connector.method().name(),
                    connector.path(),
                    Map.of(connector.keyHeader(), key),
                    digest.json());
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw PullFailed.unexpected(e);
        }
    }

    private static Outcome failed(Digest digest, DigestConnector connector, String message) {
        return new Outcome.Failed(digest.scope(), connector.name(), message);
    }

    private static Outcome outcome(Digest digest, DigestConnector connector, OutboundClient.Reply reply) {
        if (reply.status() >= 400) {
            return failed(digest, connector, "the department answered HTTP " + reply.status());
        }
        String receipt = receipt(reply.body(), connector.receipt());
        return receipt.isEmpty()
                ? failed(digest, connector, "the answer has no receipt at " + connector.receipt())
                : new Outcome.Received(digest.scope(), connector.name(), receipt);
    }

    /** Empty where there is none; a receipt is short and plain, or it is none. */
    private static String receipt(byte[] answer, String pointer) {
        try {
            JsonNode found = JsonMapper.shared().readTree(answer).at(pointer);
            String text = found.isValueNode() && !found.isNull() ? found.asString() : "";
            return text.matches("[A-Za-z0-9._-]{1,80}") ? text : "";
        } catch (JacksonException e) {
            return "";
        }
    }
}
