package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.ReadStore;
import org.childfile.access.readmodel.Row;
import org.childfile.access.rights.Claims;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pairs of caring mothers and children, and the children who have none. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1")
class PairingController {

    private static final Pattern PERSON = Pattern.compile("[CV][0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern STATE = Pattern.compile("proposed|confirmed|active|ended|rejected");
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}._-]{1,60}");
    private static final int MOST = 200;

    private final ReadStore store;
    private final AccessRecorder seen;

    PairingController(ReadStore store, AccessRecorder seen) {
        this.store = store;
        this.seen = seen;
    }

    @GetMapping("/pairings")
    ResponseEntity<byte[]> pairings(HttpServletRequest request, Claims claims) {
        Query query = Query.of(request, "child", "volunteer", "state", "division", "limit", "cursor");
        int limit = query.number("limit", 1, MOST, 50);
        ReadQuery question = ReadQuery.of("pairings")
                .with("child", query.text("child", PERSON).orElse(null))
                .with("volunteer", query.text("volunteer", PERSON).orElse(null))
                .with("state", query.text("state", STATE).orElse(null))
                .with(
                        "division",
                        query.text("division", ChildrenController.DIVISION).orElse(null))
                .with("after", query.text("cursor", NUMBER).orElse(null))
                .with("limit", limit + 1);
        Page page = Page.of(store.rows(claims, question), limit, last -> last.text("pairing_id"));
        see(claims, "search", page.items());
        return Answers.of(request, page);
    }

    @GetMapping("/pairings/{id}")
    ResponseEntity<byte[]> pairing(HttpServletRequest request, Claims claims, @PathVariable String id) {
        Query.of(request);
        List<Row> rows = NUMBER.matcher(id).matches()
                ? store.rows(claims, ReadQuery.of("pairing").with("id", id))
                : List.of();
        if (rows.isEmpty()) {
            throw new Refused(Refusal.NO_SUCH_PAIRING);
        }
        see(claims, "read", rows);
        return Answers.of(request, rows.getFirst());
    }

    @GetMapping("/uncovered-children")
    ResponseEntity<byte[]> uncovered(HttpServletRequest request, Claims claims) {
        Query query = Query.of(request, "division", "limit", "cursor");
        int limit = query.number("limit", 1, MOST, 50);
        ReadQuery question = ReadQuery.of("uncovered-children")
                .with(
                        "division",
                        query.text("division", ChildrenController.DIVISION).orElse(null))
                .with("after", query.text("cursor", PERSON).orElse(null))
                .with("limit", limit + 1);
        Page page = Page.of(store.rows(claims, question), limit, last -> last.text("child_id"));
        see(claims, "search", page.items());
        return Answers.of(request, page);
    }

    /** Records of which children something is shown; a pairing may name one whom nobody knows. */
    private void see(Claims claims, String action, List<Row> rows) {
        seen.rows(
                claims,
                action,
                rows.stream()
                        .filter(row -> row.columns().get("child_id") != null)
                        .toList(),
                "child_id");
    }
}
