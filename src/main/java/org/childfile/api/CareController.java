package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.ReadStore;
import org.childfile.access.readmodel.Row;
import org.childfile.access.rights.Claims;
import org.childfile.api.PersonReads.Kind;
import org.childfile.care.duties.Digest;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.util.RawValue;

/** The six ones: what a pairing or a caring mother owes, digests of divisions, and the coverage picture. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1")
class CareController {

    private static final Pattern STATE = Pattern.compile("due|done|attempted|excused|overdue");
    private static final Pattern PAIRING = Pattern.compile("[\\p{L}\\p{N}._:/-]{1,64}");
    private static final int MOST = 1000;

    private final ReadStore store;
    private final PersonReads persons;
    private final AccessRecorder seen;

    CareController(ReadStore store, PersonReads persons, AccessRecorder seen) {
        this.store = store;
        this.persons = persons;
        this.seen = seen;
    }

    @GetMapping("/pairings/{id}/duties")
    ResponseEntity<byte[]> ofPairing(HttpServletRequest request, Claims claims, @PathVariable String id) {
        Query query = Query.of(request, "state");
        if (!PAIRING.matcher(id).matches()
                || store.rows(claims, ReadQuery.of("pairing").with("id", id)).isEmpty()) {
            throw new Refused(Refusal.NO_SUCH_PAIRING);
        }
        return duties(request, claims, ReadQuery.of("pairing-duties").with("id", id), query);
    }

    @GetMapping("/volunteers/{id}/duties")
    ResponseEntity<byte[]> ofVolunteer(HttpServletRequest request, Claims claims, @PathVariable String id) {
        Query query = Query.of(request, "state");
        persons.one(claims, Kind.VOLUNTEER, id, ReadQuery.of("volunteer"), Refusal.NO_SUCH_PERSON);
        return duties(request, claims, ReadQuery.of("volunteer-duties").with("id", id), query);
    }

    private ResponseEntity<byte[]> duties(HttpServletRequest request, Claims claims, ReadQuery question, Query query) {
        List<Row> rows = store.rows(
                claims, question.with("state", query.text("state", STATE).orElse(null)));
        seen(claims, rows);
        return Answers.of(request, Page.whole(rows));
    }

    @GetMapping("/digests/{division}")
    ResponseEntity<byte[]> digest(HttpServletRequest request, Claims claims, @PathVariable String division) {
        Query query = Query.of(request, "limit");
        if (!ChildrenController.DIVISION.matcher(division).matches()) {
            throw new Refused(Refusal.INVALID_PARAMETER, "division", ChildrenController.DIVISION.pattern());
        }
        int limit = query.number("limit", 1, MOST, 200);
        List<List<Row>> rows = store.rows(
                claims,
                List.of(
                        of("digest", division, limit),
                        of("digest-calls", division, limit),
                        of("digest-checks", division, limit)));
        seen(claims, Stream.concat(rows.get(0).stream(), rows.get(1).stream()).toList());
        if (!rows.get(2).isEmpty()) {
            seen.rows(claims, "read", rows.get(2), "volunteer_id");
        }
        return Answers.of(
                request,
                Digest.of(division, texts(rows.get(0)), texts(rows.get(1)), texts(rows.get(2)))
                        .body());
    }

    private static List<Function<String, @Nullable String>> texts(List<Row> rows) {
        return rows.stream().map(CareController::texts).toList();
    }

    private static ReadQuery of(String statement, String division, int limit) {
        return ReadQuery.of(statement)
                .with("division", division)
                .with("volunteer", null)
                .with("limit", limit);
    }

    @GetMapping("/coverage")
    ResponseEntity<byte[]> coverage(HttpServletRequest request, Claims claims) {
        Query query = Query.of(request, "division");
        List<Row> rows = store.rows(
                claims,
                ReadQuery.of("coverage")
                        .with(
                                "division",
                                query.text("division", ChildrenController.DIVISION)
                                        .orElse(null)));
        seen.count(claims, "coverage", rows.size());
        return Answers.of(request, Page.whole(rows));
    }

    /** Records the children whom rows are about; a pairing may name one that nobody knows. */
    private void seen(Claims claims, List<Row> rows) {
        seen.rows(
                claims,
                "read",
                rows.stream()
                        .filter(row -> row.columns().get("child_id") != null)
                        .toList(),
                "child_id");
    }

    private static Function<String, @Nullable String> texts(Row row) {
        return column -> switch (row.columns().get(column)) {
            case null -> null;
            case RawValue json -> String.valueOf(json.rawValue());
            case Object value -> value.toString();
        };
    }
}
