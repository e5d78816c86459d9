package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.ReadStore;
import org.childfile.access.rights.Claims;
import org.childfile.api.PersonReads.Kind;
import org.childfile.security.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Volunteers: finding them, and the e-archive entry of one. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1/volunteers")
class VolunteerController {

    private static final int MOST = 200;

    private final PersonReads persons;
    private final ReadStore store;
    private final AccessRecorder seen;

    VolunteerController(PersonReads persons, ReadStore store, AccessRecorder seen) {
        this.persons = persons;
        this.store = store;
        this.seen = seen;
    }

    @GetMapping
    ResponseEntity<byte[]> search(HttpServletRequest request, Claims claims) {
        Query query = Query.of(request, "name", "division", "limit", "cursor");
        int limit = query.number("limit", 1, MOST, 50);
        ReadQuery question = ReadQuery.of("volunteers")
                .with(
                        "name",
                        query.text("name", ChildrenController.NAME)
                                .map(ChildrenController::compared)
                                .orElse(null))
                .with(
                        "division",
                        query.text("division", ChildrenController.DIVISION).orElse(null))
                .with("after", ChildrenController.cursor(query))
                .with("limit", limit + 1);
        Page page = Page.of(store.rows(claims, question), limit, last -> last.text("volunteer_id"));
        seen.rows(claims, "search", page.items(), "volunteer_id");
        return Answers.of(request, page);
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> entry(HttpServletRequest request, Claims claims, @PathVariable String id) {
        Query.of(request);
        return Answers.file(
                request, persons.one(claims, Kind.VOLUNTEER, id, ReadQuery.of("volunteer"), Refusal.NO_SUCH_PERSON));
    }

    @GetMapping("/{id}/versions")
    ResponseEntity<byte[]> versions(HttpServletRequest request, Claims claims, @PathVariable String id) {
        return Answers.of(request, Versions.page(persons, Kind.VOLUNTEER, request, claims, id));
    }

    @GetMapping("/{id}/versions/{version}")
    ResponseEntity<byte[]> version(
            HttpServletRequest request, Claims claims, @PathVariable String id, @PathVariable String version) {
        Query.of(request);
        ReadQuery question = ReadQuery.of("volunteer-version").with("version", Versions.number(version));
        return Answers.file(request, persons.one(claims, Kind.VOLUNTEER, id, question, Refusal.NO_SUCH_VERSION));
    }

    @GetMapping("/{id}/values")
    ResponseEntity<byte[]> values(HttpServletRequest request, Claims claims, @PathVariable String id) {
        Query.of(request);
        return Answers.of(
                request, Page.whole(persons.all(claims, Kind.VOLUNTEER, id, ReadQuery.of("volunteer-values"))));
    }
}
