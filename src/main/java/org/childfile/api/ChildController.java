package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.access.rights.Claims;
import org.childfile.api.PersonReads.Kind;
import org.childfile.security.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One child: its file now or as of two times, its versions, where each value is from, and what disagrees. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1/children/{id}")
class ChildController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PersonReads persons;
    private final Clock clock;

    ChildController(PersonReads persons, Clock clock) {
        this.persons = persons;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> file(HttpServletRequest request, Claims claims, @PathVariable String id) {
        Optional<ReadQuery> past = asOf(request, "child-as-of");
        return Answers.file(
                request,
                past.isPresent()
                        ? persons.one(claims, Kind.CHILD, id, past.get(), Refusal.NO_SUCH_VERSION)
                        : persons.one(claims, Kind.CHILD, id, ReadQuery.of("child"), Refusal.NO_SUCH_PERSON));
    }

    /** What is asked about a day by what was recorded until a moment; empty where neither is named. */
    private Optional<ReadQuery> asOf(HttpServletRequest request, String statement) {
        Query query = Query.of(request, "asOf", "recorded");
        Optional<LocalDate> valid = query.day("asOf");
        Optional<OffsetDateTime> recorded = query.moment("recorded");
        if (valid.isEmpty() && recorded.isEmpty()) {
            return Optional.empty();
        }
        OffsetDateTime now = clock.instant().atZone(ZONE).toOffsetDateTime();
        return Optional.of(ReadQuery.of(statement)
                .with("valid", valid.orElse(now.toLocalDate()))
                .with("recorded", recorded.orElse(now)));
    }

    @GetMapping("/versions")
    ResponseEntity<byte[]> versions(HttpServletRequest request, Claims claims, @PathVariable String id) {
        return Answers.of(request, Versions.page(persons, Kind.CHILD, request, claims, id));
    }

    @GetMapping("/versions/{version}")
    ResponseEntity<byte[]> version(
            HttpServletRequest request, Claims claims, @PathVariable String id, @PathVariable String version) {
        Query.of(request);
        ReadQuery question = ReadQuery.of("child-version").with("version", Versions.number(version));
        return Answers.file(request, persons.one(claims, Kind.CHILD, id, question, Refusal.NO_SUCH_VERSION));
    }

    @GetMapping("/versions/{a}/difference/{b}")
    ResponseEntity<byte[]> difference(
            HttpServletRequest request,
            Claims claims,
            @PathVariable String id,
            @PathVariable String a,
            @PathVariable String b) {
        Query.of(request);
        for (String version : new String[] {a, b}) {
            ReadQuery exists = ReadQuery.of("child-version").with("version", Versions.number(version));
            persons.one(claims, Kind.CHILD, id, exists, Refusal.NO_SUCH_VERSION);
        }
        List<Row> rows = persons.differences(claims, Kind.CHILD, id, Versions.number(a), Versions.number(b));
        return Answers.of(request, Page.whole(rows));
    }

    @GetMapping("/values")
    ResponseEntity<byte[]> values(HttpServletRequest request, Claims claims, @PathVariable String id) {
        ReadQuery question = asOf(request, "child-values-as-of").orElseGet(() -> ReadQuery.of("child-values"));
        return Answers.of(request, Page.whole(persons.all(claims, Kind.CHILD, id, question)));
    }

    @GetMapping("/conflicts")
    ResponseEntity<byte[]> conflicts(HttpServletRequest request, Claims claims, @PathVariable String id) {
        Query.of(request);
        return Answers.of(request, Page.whole(persons.all(claims, Kind.CHILD, id, ReadQuery.of("child-conflicts"))));
    }

    @GetMapping("/records")
    ResponseEntity<byte[]> records(HttpServletRequest request, Claims claims, @PathVariable String id) {
        Query.of(request);
        return Answers.of(request, Page.whole(persons.all(claims, Kind.CHILD, id, ReadQuery.of("child-records"))));
    }
}
