package org.childfile.api;

import java.util.List;
import java.util.TreeSet;
import org.childfile.access.audit.Access;
import org.childfile.access.audit.AccessLog;
import org.childfile.access.readmodel.Row;
import org.childfile.access.rights.Claims;

/** Records who was shown whose values. Only when that is done may the answer be given. */
final class AccessRecorder {

    private final AccessLog log;

    AccessRecorder(AccessLog log) {
        this.log = log;
    }

    /** Records what shows no value of anybody, by how much it was. */
    void count(Claims claims, String action, int items) {
        told(claims, action, Integer.toString(items));
    }

    /** Records that something about no single person was told. */
    void told(Claims claims, String action, String detail) {
        record(claims, action, List.of(), List.of(), detail);
    }

    /**
     * Records rows of those whom a column of them names; without rows, that nobody was found.
     *
     * @param action {@code read}, {@code search} or {@code lookup}
     */
    List<Row> rows(Claims claims, String action, List<Row> rows, String idColumn) {
        TreeSet<String> persons = new TreeSet<>();
        TreeSet<String> attributes = new TreeSet<>();
        for (Row row : rows) {
            if (row.columns().get(idColumn) != null) {
                persons.add(row.text(idColumn));
            }
            attributes.addAll(row.filled());
        }
        record(claims, action, List.copyOf(persons), List.copyOf(attributes), "");
        return rows;
    }

    /** Records that somebody calls for help for a child. */
    void called(Claims claims, String child, String kind) {
        record(claims, "call", List.of(child), List.of(), kind);
    }

    /** Records rows about the child of another one, which name attributes of it. */
    void items(Claims claims, String action, Row about, List<Row> rows) {
        TreeSet<String> attributes = new TreeSet<>(List.of("problem"));
        rows.forEach(row -> attributes.add(row.text("attribute")));
        Object child = about.columns().get("child_id");
        record(claims, action, child == null ? List.of() : List.of(child.toString()), List.copyOf(attributes), "");
    }

    /** Records that somebody who bears a token was refused something, and whom it was about. */
    void refused(Claims claims, String code, List<String> persons) {
        record(claims, "refused", persons, List.of(), code);
    }

    private void record(Claims claims, String action, List<String> persons, List<String> attributes, String detail) {
        log.record(new Access(
                claims.subject(),
                claims.role(),
                claims.purpose(),
                claims.door(),
                action,
                persons,
                attributes,
                detail,
                claims.issuer(),
                ""));
    }
}
