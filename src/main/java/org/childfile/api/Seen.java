package org.childfile.api;

import java.util.List;
import java.util.TreeSet;
import org.childfile.audit.Access;
import org.childfile.audit.AccessLog;
import org.childfile.rights.Claims;

/** Records who was shown whose values. Only when that is done may the answer be given. */
final class Seen {

    private final AccessLog log;

    Seen(AccessLog log) {
        this.log = log;
    }

    /**
     * @param action {@code read}, {@code search} …
     * @param persons whose values were shown; none where nothing was found
     * @param attributes the names of what was shown
     */
    void record(Claims claims, String action, List<String> persons, List<String> attributes) {
        log.record(new Access(
                claims.subject(), claims.role(), claims.purpose(), claims.door(), action, persons, attributes, ""));
    }

    /** Records the rows of those that a column of the rows names. */
    List<Row> rows(Claims claims, String action, List<Row> rows, String idColumn) {
        TreeSet<String> persons = new TreeSet<>();
        TreeSet<String> attributes = new TreeSet<>();
        for (Row row : rows) {
            persons.add(row.text(idColumn));
            attributes.addAll(row.filled());
        }
        record(claims, action, List.copyOf(persons), List.copyOf(attributes));
        return rows;
    }
}
