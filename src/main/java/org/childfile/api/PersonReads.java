package org.childfile.api;

import java.util.List;
import java.util.regex.Pattern;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.ReadStore;
import org.childfile.access.readmodel.Row;
import org.childfile.access.rights.Claims;
import org.childfile.ingest.mapping.Population;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Questions about one person, each recorded: what there is of an id, and where a retired id lives on. */
@Component
@ConditionalOnWebApplication
final class PersonReads {

    private static final Pattern ID = Pattern.compile("[CV][0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ReadStore store;
    private final Unsealing unsealing;
    private final AccessRecorder seen;

    PersonReads(ReadStore store, Unsealing unsealing, AccessRecorder seen) {
        this.store = store;
        this.unsealing = unsealing;
        this.seen = seen;
    }

    /** Whose files: the beginning of their ids, and of the statements' names. */
    enum Kind {
        CHILD('C', "child", Population.CHILD),
        VOLUNTEER('V', "volunteer", Population.VOLUNTEER);

        private final char letter;
        private final String view;

        private final Population population;

        Kind(char letter, String view, Population population) {
            this.letter = letter;
            this.view = view;
            this.population = population;
        }

        Population population() {
            return population;
        }

        String idColumn() {
            return view + "_id";
        }

        /** The name of a statement about these persons. */
        String statement(String about) {
            return view + "-" + about;
        }
    }

    /**
     * The one row that answers a question about a person.
     *
     * @param missing what it is refused with where there is none
     */
    Row one(Claims claims, Kind kind, String id, ReadQuery question, Refusal missing) {
        List<Row> rows = opened(claims, kind, id, question);
        if (rows.isEmpty()) {
            refuse(claims, kind, id, missing);
        }
        return seen.rows(claims, "read", rows, kind.idColumn()).getFirst();
    }

    /** The rows about a person; none only where its file can be seen, and has none. */
    List<Row> all(Claims claims, Kind kind, String id, ReadQuery question) {
        List<Row> rows = opened(claims, kind, id, question);
        if (rows.isEmpty()) {
            if (store.rows(claims, asked(kind, id, ReadQuery.of(kind.view))).isEmpty()) {
                refuse(claims, kind, id, Refusal.NO_SUCH_PERSON);
            }
            return rows;
        }
        return seen.rows(claims, "read", rows, kind.idColumn());
    }

    /** With the masks lifted from what the asker may see whole. */
    private List<Row> opened(Claims claims, Kind kind, String id, ReadQuery question) {
        if (question.statement().equals(kind.view)) {
            return store.rows(claims, asked(kind, id, question)).stream()
                    .map(file -> unsealing.open(kind, id, file))
                    .toList();
        }
        List<List<Row>> rows =
                store.rows(claims, List.of(asked(kind, id, question), asked(kind, id, Unsealing.question(kind))));
        return unsealing.open(kind, id, rows.getFirst(), rows.getLast());
    }

    /** In which attributes two versions of a person's file differ, whole for who may see them whole. */
    List<Row> differences(Claims claims, Kind kind, String id, int a, int b) {
        ReadQuery question =
                ReadQuery.of(kind.statement("difference")).with("a", a).with("b", b);
        List<List<Row>> rows =
                store.rows(claims, List.of(asked(kind, id, question), asked(kind, id, Unsealing.question(kind))));
        return seen.rows(
                claims,
                "read",
                unsealing.differences(kind, id, a, b, rows.getFirst(), rows.getLast()),
                kind.idColumn());
    }

    private static ReadQuery asked(Kind kind, String id, ReadQuery question) {
        if (!ID.matcher(id).matches() || id.charAt(0) != kind.letter) {
            throw new Refused(Refusal.NO_SUCH_PERSON);
        }
        return question.with("id", id);
    }

    /** To the id that a retired one lives on as, where that may be seen; the same refusal for all that may not. */
    private void refuse(Claims claims, Kind kind, String id, Refusal missing) {
        String current = store.rows(claims, ReadQuery.of("current-id").with("id", id))
                .getFirst()
                .text("current_id");
        if (!current.equals(id)
                && ID.matcher(current).matches()
                && !store.rows(claims, asked(kind, current, ReadQuery.of(kind.view)))
                        .isEmpty()) {
            throw new RetiredIdRedirect(id, current);
        }
        throw new Refused(missing);
    }
}
