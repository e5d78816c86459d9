package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.ReadStore;
import org.childfile.access.readmodel.Row;
import org.childfile.access.rights.Claims;
import org.childfile.api.PersonReads.Kind;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hidden children, and what makes a child's grade of risk. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1")
class HiddenController {

    private static final Pattern RULE = Pattern.compile("[0-9]{2}");
    private static final Pattern ANY = Pattern.compile("(?s).*");

    /** The child and the kind that a page ended with. */
    private static final Pattern CURSOR =
            Pattern.compile("(C[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9]{2})");

    private static final int MOST = 200;

    private final ReadStore store;
    private final PersonReads persons;
    private final AccessRecorder seen;

    HiddenController(ReadStore store, PersonReads persons, AccessRecorder seen) {
        this.store = store;
        this.persons = persons;
        this.seen = seen;
    }

    @GetMapping("/hidden-children")
    ResponseEntity<byte[]> hidden(HttpServletRequest request, Claims claims) {
        Query query = Query.of(request, "division", "rule", "limit", "cursor");
        int limit = query.number("limit", 1, MOST, 50);
        Optional<String> cursor = query.text("cursor", ANY);
        if (cursor.isPresent() && !CURSOR.matcher(cursor.get()).matches()) {
            throw new Refused(Refusal.INVALID_CURSOR);
        }
        ReadQuery question = ReadQuery.of("hidden-children")
                .with(
                        "division",
                        query.text("division", ChildrenController.DIVISION).orElse(null))
                .with("rule", query.text("rule", RULE).orElse(null))
                .with(
                        "after",
                        cursor.map(at -> at.substring(0, at.indexOf('.'))).orElse(null))
                .with(
                        "after_rule",
                        cursor.map(at -> at.substring(at.indexOf('.') + 1)).orElse(null))
                .with("limit", limit + 1);
        List<Row> rows = store.rows(claims, question);
        Page page = Page.of(rows, limit, last -> last.text("child_id") + "." + last.text("rule"));
        seen.rows(claims, "search", page.items(), "child_id");
        return Answers.of(request, page);
    }

    @GetMapping("/children/{id}/risk")
    ResponseEntity<byte[]> risk(HttpServletRequest request, Claims claims, @PathVariable String id) {
        Query.of(request);
        return Answers.of(
                request, persons.one(claims, Kind.CHILD, id, ReadQuery.of("child-risk"), Refusal.NO_SUCH_PERSON));
    }
}
