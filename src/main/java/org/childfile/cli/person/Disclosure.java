package org.childfile.cli.person;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.childfile.access.erasure.Correction;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.care.help.Sealed;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.landing.Sealing;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecords;

/**
 * All that is held of one person, as the law lets it be asked for (Personal Information Protection Law, art. 45).
 *
 * @param tables by name, in the order in which they are shown: {@code values}, {@code conflicts}, {@code records},
 *     {@code versions}, {@code difficulties}, {@code care}, {@code calls}, {@code decisions}, {@code requests}, {@code accesses}
 */
record Disclosure(String personId, Population population, Map<String, Table> tables) {

    private static final List<String> NAMES = List.of(
            "values",
            "conflicts",
            "records",
            "versions",
            "difficulties",
            "care",
            "calls",
            "decisions",
            "requests",
            "accesses");

    /** Where a content lies, which it opens by; not shown. */
    private static final Set<String> PLACES = Set.of(
            "pull_id", "seq", "wakeup_id", "application_id", "number", "sealed", "note_feed", "note_key", "note_box");

    /** Rows of text; a cell that holds nothing is empty. */
    record Table(List<String> columns, List<List<String>> rows) {
        Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** The same with other cells in one column, where another column's cell has one. */
        Table with(String keyed, String replaced, Map<String, String> cells) {
            int key = columns.indexOf(keyed);
            int at = columns.indexOf(replaced);
            List<List<String>> changed = new ArrayList<>();
            for (List<String> row : rows) {
                List<String> other = new ArrayList<>(row);
                other.set(at, cells.getOrDefault(row.get(key), row.get(at)));
                changed.add(other);
            }
            return new Table(columns, changed);
        }

        List<String> column(String name) {
            int at = columns.indexOf(name);
            return rows.stream().map(row -> row.get(at)).toList();
        }
    }

    /**
     * Reads all of a person that lives.
     *
     * @param reads of texts as they lie: what is sealed in them is opened here, by where it lies
     * @param corrections all that was ever corrected of the person
     */
    static Disclosure read(AskedReads reads, Keyring keys, String person, List<Correction> corrections) {
        Population population = person.startsWith("V") ? Population.VOLUNTEER : Population.CHILD;
        Map<String, String> hidden = hidden(reads, keys, population, person);
        Map<String, String> corrected = new HashMap<>();
        corrections.forEach(each -> corrected.put(
                Long.toString(each.number()),
                "%s: %s (%s)"
                        .formatted(
                                each.attribute(),
                                Objects.requireNonNullElse(each.value(), ""),
                                Objects.requireNonNullElse(each.proof(), ""))));
        Map<String, Table> tables = new LinkedHashMap<>();
        for (String name : NAMES) {
            tables.put(name, table(reads, keys, name, person));
        }
        tables.computeIfPresent("values", (name, table) -> table.with("attribute", "value", hidden));
        tables.computeIfPresent("conflicts", (name, table) -> table.with("attribute", "value", hidden));
        tables.computeIfPresent("decisions", (name, table) -> table.with("detail", "detail", corrected));
        return new Disclosure(person, population, tables);
    }

    /** What the masks of the present version hide, by attribute. */
    private static Map<String, String> hidden(AskedReads reads, Keyring keys, Population population, String person) {
        Map<String, String> hidden = new HashMap<>();
        reads.one(ReadQuery.of("disclose-identifiers").with("id", person))
                .map(row -> new SealedRows(keys, population)
                        .values(person, (int) row.number("version"), row.bytes("identifiers")))
                .ifPresent(values -> values.forEach((attribute, value) -> hidden.put(attribute, value.toString())));
        return hidden;
    }

    Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("a disclosure has no " + name);
        }
        return table;
    }

    private static Table table(AskedReads reads, Keyring keys, String name, String person) {
        List<Row> found = reads.rows(ReadQuery.of("disclose-" + name).with("id", person));
        List<String> columns = found.stream()
                .limit(1)
                .flatMap(row -> row.columns().keySet().stream())
                .filter(column -> !PLACES.contains(column))
                .toList();
        return new Table(
                columns, found.stream().map(row -> cells(row, columns, keys)).toList());
    }

    private static List<String> cells(Row row, List<String> columns, Keyring keys) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            String cell = switch (column) {
                case "content" -> content(row, keys);
                case "said" -> said(row, keys);
                case "detail" -> detail(row, keys);
                default -> row.text(column, "");
            };
            cells.add(keys.clear(cell));
        }
        return cells;
    }

    /** What stands beside a call, and what of it lies sealed. */
    private static String said(Row row, Keyring keys) {
        String plain = row.text("said", "");
        byte[] sealed = row.bytes("sealed");
        if (sealed == null) {
            return plain;
        }
        Sealed calls = new Sealed(keys);
        String application = row.text("application_id");
        int number = (int) row.number("number");
        String opened = switch (row.text("matter")) {
            case "call" ->
                String.join("; ", calls.words(row.text("wakeup_id"), sealed).values());
            case "drawn" -> calls.value(row.text("wakeup_id"), number, sealed).toString();
            case "application" -> new String(calls.body(application, sealed), StandardCharsets.UTF_8);
            default -> calls.answer(application, number, sealed);
        };
        return (plain + " " + opened).strip();
    }

    /** What is told beside something; of a record of care its note, which lies sealed. */
    private static String detail(Row row, Keyring keys) {
        String plain = row.text("detail", "");
        byte[] note = row.bytes("note_box");
        return note == null
                ? plain
                : String.valueOf(SourceRecords.sealed(keys, row.text("note_feed"), row.text("note_key"), note)
                        .getOrDefault("note", plain));
    }

    private static String content(Row row, Keyring keys) {
        byte[] sealed = row.bytes("content");
        return sealed == null
                ? ""
                : LandedContent.text(
                        new Sealing(keys).openContent(row.number("pull_id"), (int) row.number("seq"), sealed));
    }
}
