package org.childfile.api;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.ReadStore;
import org.childfile.access.readmodel.Row;
import org.childfile.access.rights.Claims;
import org.childfile.care.help.Sealed;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** One call for help as its asker sees it, with what lies sealed of it opened where PostgreSQL gives it out. */
@Component
@ConditionalOnWebApplication
final class WakeupReads {

    private static final String SEALED = "_sealed";

    private final ReadStore store;
    private final AccessRecorder seen;
    private final Keyring keys;
    private final Sealed sealed;

    WakeupReads(ReadStore store, AccessRecorder seen, Keyring keys) {
        this.store = store;
        this.seen = seen;
        this.keys = keys;
        this.sealed = new Sealed(keys);
    }

    /** The call, its event list, its applications and their history; recorded as read. */
    Map<String, Object> whole(Claims claims, String id) {
        List<Row> found = store.rows(claims, ReadQuery.of("wakeup").with("id", id));
        if (found.isEmpty()) {
            throw new Refused(Refusal.NO_SUCH_CALL);
        }
        Row call = opened(found.getFirst(), "words", (row, box) -> sealed.words(id, box));
        List<Row> items = rows(claims, "wakeup-items", id).stream()
                .map(row -> item(id, row))
                .toList();
        seen.items(claims, "wake-up", call, items);
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("call", call);
        whole.put("items", items);
        whole.put("applications", applications(claims, id));
        whole.put(
                "events",
                rows(claims, "wakeup-events", id).stream()
                        .map(row -> opened(
                                row,
                                "said",
                                (event, box) ->
                                        sealed.answer(event.text("application_id"), (int) event.number("number"), box)))
                        .toList());
        return whole;
    }

    List<Row> applications(Claims claims, String id) {
        return rows(claims, "wakeup-applications", id);
    }

    private List<Row> rows(Claims claims, String statement, String id) {
        return store.rows(claims, ReadQuery.of(statement).with("id", id));
    }

    private Row item(String id, Row row) {
        Row opened = opened(row, "value", (item, box) -> sealed.value(id, (int) item.number("number"), box));
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(opened.columns());
        columns.computeIfPresent(
                "source_key",
                (name, key) ->
                        keys.tokens().clear(row.text("feed"), key.toString()).key());
        return new Row(columns);
    }

    /** A row in which what was sealed stands in the clear, or as it is where it was not. */
    private static Row opened(Row row, String column, BiFunction<Row, byte[], Object> open) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(row.columns());
        Object box = columns.remove(column + SEALED);
        if (box != null) {
            columns.put(column, open.apply(row, HexFormat.of().parseHex(box.toString())));
        } else {
            columns.putIfAbsent(column, null);
        }
        return new Row(columns);
    }
}
