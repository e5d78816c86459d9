package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.access.rights.Claims;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;

/** Pages of versions and their numbers. */
final class Versions {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int MOST = 200;

    private Versions() {}

    /** The version that an address names. */
    static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new Refused(Refusal.NO_SUCH_VERSION);
        }
        return Integer.parseInt(text);
    }

    static Page page(PersonReads persons, PersonReads.Kind kind, HttpServletRequest request, Claims claims, String id) {
        Query query = Query.of(request, "limit", "cursor");
        int limit = query.number("limit", 1, MOST, 50);
        int after = query.text("cursor", Pattern.compile(".*"))
                .map(cursor -> {
                    if (!NUMBER.matcher(cursor).matches()) {
                        throw new Refused(Refusal.INVALID_CURSOR);
                    }
                    return Integer.parseInt(cursor);
                })
                .orElse(0);
        ReadQuery question =
                ReadQuery.of(kind.statement("versions")).with("after", after).with("limit", limit + 1);
        List<Row> rows = persons.all(claims, kind, id, question);
        return Page.of(rows, limit, last -> Long.toString(last.number("version")));
    }
}
