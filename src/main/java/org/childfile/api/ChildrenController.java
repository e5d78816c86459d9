package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.childfile.access.privacy.BlindIndex;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.ReadStore;
import org.childfile.access.readmodel.Row;
import org.childfile.access.rights.Claims;
import org.childfile.kernel.PersonName;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finding children: by name, pinyin, division and kind, or by an id number that is known. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1/children")
class ChildrenController {

    static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}· ]{1,40}");
    static final Pattern DIVISION = Pattern.compile("[0-9]{2,12}");
    private static final Pattern PINYIN = Pattern.compile("[a-z]{1,60}");
    private static final Pattern KIND = Pattern.compile("[0-9]{2}");
    private static final Pattern CURSOR = Pattern.compile("[CV][0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST = 200;

    private final ReadStore store;
    private final AccessRecorder seen;
    private final BlindIndex keys;

    ChildrenController(ReadStore store, AccessRecorder seen, Keyring keys) {
        this.store = store;
        this.seen = seen;
        this.keys = keys;
    }

    /** By name or pinyin the first ones in the order of names; else all of them, page by page. */
    @GetMapping
    ResponseEntity<byte[]> search(HttpServletRequest request, Claims claims) {
        Query query = Query.of(request, "name", "pinyin", "division", "kind", "limit", "cursor");
        int limit = query.number("limit", 1, MOST, 50);
        Optional<String> name = query.text("name", NAME);
        Optional<String> pinyin = query.text("pinyin", PINYIN);
        boolean named = name.isPresent() || pinyin.isPresent();
        if (name.isPresent() && pinyin.isPresent()) {
            throw new Refused(Refusal.INVALID_PARAMETER, "pinyin", "name | pinyin");
        }
        ReadQuery question = ReadQuery.of(named ? "children-by-name" : "children")
                .with("name", name.map(ChildrenController::compared).orElse(null))
                .with("pinyin", pinyin.orElse(null))
                .with("division", query.text("division", DIVISION).orElse(null))
                .with("kind", query.text("kind", KIND).orElse(null))
                .with("after", cursor(query))
                .with("limit", named ? limit : limit + 1);
        List<Row> rows = store.rows(claims, question);
        Page page = named ? Page.whole(rows) : Page.of(rows, limit, last -> last.text("child_id"));
        seen.rows(claims, "search", page.items(), "child_id");
        return Answers.of(request, page);
    }

    /** The form in which names are compared, whatever the spelling. */
    static String compared(String name) {
        return PersonName.of(name).normal();
    }

    /** The id number goes in the body, so that it stands in no log of addresses. */
    @PostMapping(path = "/lookup", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> lookup(HttpServletRequest request, Claims claims) throws IOException {
        Query.of(request);
        String idNumber = LookupBody.idNumber(request.getInputStream());
        if (!store.rows(claims, ReadQuery.of("sees-identifiers")).getFirst().flag("allowed")) {
            throw new Refused(Refusal.NOT_ALLOWED);
        }
        List<Row> found = store.rows(
                claims,
                ReadQuery.of("lookup")
                        .with("id_number_index", HexFormat.of().formatHex(keys.of("id_number", idNumber))));
        seen.rows(claims, "lookup", found, "child_id");
        return Answers.of(request, Page.whole(found));
    }

    static @Nullable String cursor(Query query) {
        return query.text("cursor", Pattern.compile("(?s).*"))
                .map(cursor -> {
                    if (!CURSOR.matcher(cursor).matches()) {
                        throw new Refused(Refusal.INVALID_CURSOR);
                    }
                    return cursor;
                })
                .orElse(null);
    }
}
