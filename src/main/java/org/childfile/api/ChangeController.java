package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.childfile.access.rights.Claims;
import org.childfile.api.ChangeReads.Changes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What changed, for programs that keep a copy. Each change comes at least once and in order; who keeps the token {@code
 * next} of the last page that it has worked up misses none and, where it keeps it together with its copy, doubles none.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1")
class ChangeController {

    private static final Pattern ANY = Pattern.compile("(?s).*");
    private static final int MOST = 5000;
    private static final int LONGEST_WAIT = 30;

    private final ChangeReads changes;
    private final ChangeNotifier notifier;
    private final AccessRecorder seen;

    ChangeController(ChangeReads changes, ChangeNotifier notifier, AccessRecorder seen) {
        this.changes = changes;
        this.notifier = notifier;
        this.seen = seen;
    }

    @GetMapping("/changes")
    ResponseEntity<byte[]> changes(HttpServletRequest request, Claims claims) throws InterruptedException {
        Query query = Query.of(request, "after", "limit", "wait");
        ChangeCursor after = after(query);
        int wait = query.number("wait", 0, LONGEST_WAIT, 0);
        int limit = query.number("limit", 1, MOST, 1000);
        Changes found = changes.after(claims, after, limit, false);
        if (found.items().isEmpty() && !found.more() && wait > 0) {
            notifier.await(found.next().position(), Duration.ofSeconds(wait));
            found = changes.after(claims, found.next(), limit, false);
        }
        return answer(request, claims, "changes", found);
    }

    @GetMapping("/identity-changes")
    ResponseEntity<byte[]> identityChanges(HttpServletRequest request, Claims claims) {
        Query query = Query.of(request, "after", "limit");
        int limit = query.number("limit", 1, MOST, 1000);
        return answer(request, claims, "identity-changes", changes.after(claims, after(query), limit, true));
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Claims claims, String action, Changes found) {
        if (!found.items().isEmpty()) {
            seen.count(claims, action, found.items().size());
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", found.items());
        page.put("next", found.next().toString());
        page.put("more", found.more());
        return Answers.of(request, page);
    }

    private static ChangeCursor after(Query query) {
        return query.text("after", ANY).map(ChangeCursor::of).orElse(ChangeCursor.BEGINNING);
    }
}
