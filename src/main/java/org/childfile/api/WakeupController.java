package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.ReadStore;
import org.childfile.access.readmodel.Row;
import org.childfile.access.rights.Claims;
import org.childfile.care.help.Call;
import org.childfile.care.help.Kind;
import org.childfile.care.help.Wakeups;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Calls for help: making one, and what became of them. Whether a caller may call for a child is PostgreSQL's to decide, by what
 * it sees for the purpose {@code wake-up}; the call itself the program writes, by connections of its own.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1/wakeups")
class WakeupController {

    private static final String PURPOSE = "wake-up";
    private static final String KEY = "Idempotency-Key";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern CHILD = Pattern.compile("C[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ID = Pattern.compile("W[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern KIND = Pattern.compile("ILLNESS|SCHOOLING|HARDSHIP|INSURANCE|ABUSE");
    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final int MOST = 200;

    private final ReadStore store;
    private final WakeupReads reads;
    private final AccessRecorder seen;
    private final Wakeups wakeups;
    private final ReportCalls reports;
    private final Clock clock;

    WakeupController(
            ReadStore store,
            WakeupReads reads,
            AccessRecorder seen,
            Wakeups wakeups,
            ReportCalls reports,
            Clock clock) {
        this.store = store;
        this.reports = reports;
        this.reads = reads;
        this.seen = seen;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /**
     * The same call under the same key is the same call; its answer tells how it stands by now. Of a report of abuse it tells
     * that it is taken, and whom to telephone.
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> call(HttpServletRequest request, Claims claims) throws IOException {
        Query.of(request);
        Optional<String> key = key(request);
        WakeupBody body = WakeupBody.read(request.getInputStream());
        if (!claims.purpose().equals(PURPOSE)) {
            throw new Refused(Refusal.NOT_ALLOWED);
        }
        Wakeups.Outcome outcome =
                body.kind().urgent() ? reports.take(() -> report(claims, body, key)) : called(claims, body, key);
        return switch (outcome) {
            case Wakeups.Outcome.KeyReused ignored -> throw new Refused(Refusal.KEY_REUSED);
            case Wakeups.Outcome.Taken taken -> answer(claims, taken, body.kind());
        };
    }

    private Wakeups.Outcome called(Claims claims, WakeupBody body, Optional<String> key) {
        String child = child(store, claims, body.child());
        seen.called(claims, child, body.kind().name());
        return wakeups.call(call(claims, child, body, key), LocalDate.now(clock.withZone(ZONE)));
    }

    private Wakeups.Outcome report(Claims claims, WakeupBody body, Optional<String> key) {
        String child = child(reports.store(), claims, body.child());
        Call call = call(claims, child, body, key);
        Wakeups.Outcome outcome = wakeups.call(call, LocalDate.now(clock.withZone(ZONE)));
        reports.record(claims, call, child);
        return outcome;
    }

    private Call call(Claims claims, String child, WakeupBody body, Optional<String> key) {
        return new Call(
                child,
                null,
                body.kind(),
                body.words(),
                body.photo(),
                new Call.Origin.Api(),
                claims.subject(),
                key,
                clock.instant());
    }

    @GetMapping
    ResponseEntity<byte[]> list(HttpServletRequest request, Claims claims) {
        Query query = Query.of(request, "child", "kind", "open", "limit", "cursor");
        int limit = query.number("limit", 1, MOST, 50);
        ReadQuery question = ReadQuery.of("wakeups")
                .with("child", query.text("child", CHILD).orElse(null))
                .with("kind", query.text("kind", KIND).orElse(null))
                .with("open", query.text("open", FLAG).orElse(null))
                .with("after", cursor(query))
                .with("limit", limit + 1);
        Page page = Page.of(store.rows(claims, question), limit, last -> last.text("wakeup_id"));
        seen.rows(claims, "wake-ups", page.items(), "child_id");
        return Answers.of(request, page);
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> one(HttpServletRequest request, Claims claims, @PathVariable String id) {
        Query.of(request);
        if (!ID.matcher(id).matches()) {
            throw new Refused(Refusal.NO_SUCH_CALL);
        }
        return Answers.of(request, reads.whole(claims, id));
    }

    /** That a call was taken, for whoever made it: of a report of abuse that is all there is to be seen here. */
    @GetMapping("/{id}/receipt")
    ResponseEntity<byte[]> receipt(HttpServletRequest request, Claims claims, @PathVariable String id) {
        Query.of(request);
        List<Row> rows = ID.matcher(id).matches()
                ? store.rows(claims, ReadQuery.of("wakeup-receipt").with("id", id))
                : List.of();
        if (rows.isEmpty()) {
            throw new Refused(Refusal.NO_SUCH_CALL);
        }
        seen.told(claims, "receipt", wakeups.kind(id).map(Kind::name).orElse(""));
        Map<String, @Nullable Object> answer =
                new LinkedHashMap<>(rows.getFirst().columns());
        answer.put("call_now", wakeups.telephones());
        return Answers.of(request, answer);
    }

    private ResponseEntity<Map<String, Object>> answer(Claims claims, Wakeups.Outcome.Taken taken, Kind kind) {
        if (kind != Kind.ABUSE) {
            wakeups.sendSoon(taken.wakeup());
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("wakeup_id", taken.wakeup());
        answer.put("applications", kind.urgent() ? List.of() : reads.applications(claims, taken.wakeup()));
        answer.put("route_down", !taken.callNow().isEmpty());
        answer.put("call_now", taken.callNow());
        return ResponseEntity.created(
                        URI.create("/api/v1/wakeups/" + taken.wakeup() + (kind == Kind.ABUSE ? "/receipt" : "")))
                .header("Cache-Control", "no-store")
                .body(answer);
    }

    private static Optional<String> key(HttpServletRequest request) {
        List<String> given = java.util.Collections.list(request.getHeaders(KEY));
        if (given.size() > 1
                || given.stream().anyMatch(key -> !KEY_FORM.matcher(key).matches())) {
            throw new Refused(Refusal.INVALID_PARAMETER, KEY, KEY_FORM.pattern());
        }
        return given.stream().findFirst();
    }

    /** The id under which a child lives that the caller sees. */
    private String child(ReadStore reads, Claims claims, String id) {
        if (!CHILD.matcher(id).matches()) {
            throw nobody(claims);
        }
        String current = reads.rows(claims, ReadQuery.of("current-id").with("id", id))
                .getFirst()
                .text("current_id");
        if (reads.rows(claims, ReadQuery.of("child").with("id", current)).isEmpty()) {
            throw nobody(claims);
        }
        return current;
    }

    /** That somebody tried is on record, with nobody's id. */
    private Refused nobody(Claims claims) {
        seen.rows(claims, "call", List.of(), "child_id");
        return new Refused(Refusal.NO_SUCH_PERSON);
    }

    private static @Nullable String cursor(Query query) {
        return query.text("cursor", Pattern.compile("(?s).*"))
                .map(cursor -> {
                    if (!ID.matcher(cursor).matches()) {
                        throw new Refused(Refusal.INVALID_CURSOR);
                    }
                    return cursor;
                })
                .orElse(null);
    }
}
