package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.childfile.ingest.push.Inbox;
import org.childfile.ingest.push.Receipt;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What departments push, and what became of it. Who asks is said by a signature (Standard Webhooks), and not by a token; what a
 * push means is the {@link Inbox}'s to say.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1/feeds/{feed}")
class PushController {

    private static final Pattern RECEIPT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Inbox inbox;

    PushController(Inbox inbox) {
        this.inbox = inbox;
    }

    @PostMapping("/records")
    ResponseEntity<Map<String, Object>> push(
            HttpServletRequest request, HttpServletResponse response, @PathVariable String feed) throws IOException {
        noQuery(request);
        int largest = inbox.largest(feed).orElseThrow(() -> new Refused(Refusal.NO_SUCH_FEED));
        if (request.getContentLengthLong() > largest) {
            throw new Refused(Refusal.TOO_LARGE, Integer.toString(largest));
        }
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        Receipt receipt = taken(
                inbox.take(
                        feed,
                        header(request, "webhook-id"),
                        header(request, "webhook-timestamp"),
                        header(request, "webhook-signature"),
                        body),
                response);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/feeds/" + feed + "/receipts/" + receipt.id()))
                .header("Cache-Control", "no-store")
                .body(document(receipt));
    }

    @GetMapping("/receipts/{id}")
    ResponseEntity<Map<String, Object>> receipt(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String feed,
            @PathVariable String id) {
        noQuery(request);
        if (!RECEIPT.matcher(id).matches()) {
            throw new Refused(Refusal.NO_SUCH_FEED);
        }
        Receipt receipt = taken(
                inbox.receipt(
                        feed,
                        UUID.fromString(id),
                        header(request, "webhook-id"),
                        header(request, "webhook-timestamp"),
                        header(request, "webhook-signature")),
                response);
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(document(receipt));
    }

    /** Parameters are not asked for: that would read a body that says it is a form. */
    private static void noQuery(HttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw new Refused(Refusal.UNKNOWN_PARAMETER, "–");
        }
    }

    private static Receipt taken(Inbox.Outcome outcome, HttpServletResponse response) {
        return switch (outcome) {
            case Inbox.Outcome.Taken taken -> taken.receipt();
            case Inbox.Outcome.Unknown ignored -> throw new Refused(Refusal.NO_SUCH_FEED);
            case Inbox.Outcome.NotSigned ignored -> throw new Refused(Refusal.NOT_SIGNED);
            case Inbox.Outcome.OtherBody ignored -> throw new Refused(Refusal.PUSH_REUSED);
            case Inbox.Outcome.TooLarge large -> throw new Refused(Refusal.TOO_LARGE, Integer.toString(large.most()));
            case Inbox.Outcome.TooMany many ->
                throw new Refused(Refusal.TOO_MANY_RECORDS, Integer.toString(many.most()));
            case Inbox.Outcome.Unreadable why -> throw new Refused(Refusal.UNREADABLE_PUSH, why.reason());
            case Inbox.Outcome.Full full -> {
                response.setHeader("Retry-After", Integer.toString(full.retrySeconds()));
                throw new Refused(Refusal.INBOX_FULL);
            }
        };
    }

    private static Map<String, Object> document(Receipt receipt) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("receipt", receipt.id().toString());
        document.put("feed", receipt.feed());
        document.put("state", receipt.state().written());
        document.put("records", receipt.records());
        document.put(
                "received_at", receipt.received().truncatedTo(ChronoUnit.MILLIS).toString());
        put(document, "landed_at", receipt.landed());
        put(document, "done_at", receipt.done());
        return document;
    }

    private static void put(Map<String, Object> document, String name, @Nullable Instant moment) {
        if (moment != null) {
            document.put(name, moment.truncatedTo(ChronoUnit.MILLIS).toString());
        }
    }

    /** A header that came once; one that came twice is as good as none. */
    private static String header(HttpServletRequest request, String name) {
        List<String> given = Collections.list(request.getHeaders(name));
        return given.size() == 1 ? given.getFirst() : "";
    }
}
