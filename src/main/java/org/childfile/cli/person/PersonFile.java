package org.childfile.cli.person;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Words;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.ValueWords;
import org.childfile.kernel.CityTime;
import org.jspecify.annotations.Nullable;

/**
 * Prints one person's file: its values with their sources, its versions, and what two of them say differently.
 */
final class PersonFile {

    /** Of an attribute of which a version says nothing. */
    private static final Row NOTHING = new Row(Map.of());

    private final AskedReads reads;
    private final LookingCommand command;
    private final Population population;
    private final String view;
    private final AttributeCatalogue catalogue;
    private final Shown shown;
    private final List<String> attributes = new ArrayList<>();

    PersonFile(AskedReads reads, LookingCommand command, Population population, boolean reveal) {
        this.reads = reads;
        this.command = command;
        this.population = population;
        this.view = population.written();
        this.catalogue = AttributeCatalogue.of(population);
        this.shown = new Shown(reveal);
    }

    /** What holds now, and how it came to it. */
    void print(String person) throws SQLException {
        String follow = follow(person);
        int version = version(follow, question("present", follow));
        TextTable values =
                values(follow, version, question("version-values", follow).with("version", version));
        TextTable doubts = new PersonDoubts(reads, command, view, shown).table(follow, this::label);
        TextTable versions = new PersonVersions(reads, command, view).table(follow, this::label);
        shows("read", follow);
        command.print(command.text("file.title", follow, version));
        command.table(values);
        if (!doubts.isEmpty()) {
            command.print("");
            command.print(command.text("file.doubts"));
            command.table(doubts);
        }
        command.print("");
        command.table(versions);
    }

    /** What held on a day, by what was recorded until a moment; today and now where they are not given. */
    void printPast(String person, @Nullable LocalDate valid, @Nullable Instant recorded) throws SQLException {
        LocalDate day = valid == null ? LocalDate.now(CityTime.ZONE) : valid;
        Instant moment = recorded == null ? Instant.now() : recorded;
        ReadQuery past = question("as-of", person).with("valid", day.toString()).with("recorded", moment.toString());
        int version = version(person, past);
        String until = new Words(command.shell().messages()).moment(moment);
        TextTable values = values(person, version, new ReadQuery(view + "-values-as-of", past.parameters()));
        shows("read past", person);
        command.print(command.text("file.past", person, day.toString(), until, version));
        command.table(values);
    }

    void printVersions(String person) throws SQLException {
        TextTable table = new PersonVersions(reads, command, view).table(person, this::label);
        if (table.isEmpty()) {
            throw noFile(person);
        }
        shows("read versions", person);
        command.table(table);
    }

    void printDifference(String person, int a, int b) throws SQLException {
        for (int version : new int[] {a, b}) {
            version(person, question("version", person).with("version", version));
        }
        Map<String, Object> hiddenA = hidden(person, a);
        Map<String, Object> hiddenB = hidden(person, b);
        TextTable table = new TextTable(
                command.text("column.attribute"),
                command.text("column.version") + ">",
                command.text("column.value"),
                command.text("column.feed"),
                command.text("column.observed"));
        Map<String, Row> valuesA = byAttribute(person, a);
        Map<String, Row> valuesB = byAttribute(person, b);
        for (String attribute : ordered(Stream.concat(valuesA.keySet().stream(), valuesB.keySet().stream()))) {
            Row rowA = valuesA.getOrDefault(attribute, NOTHING);
            Row rowB = valuesB.getOrDefault(attribute, NOTHING);
            // Identifiers of the same region have the same mask: whether they differ is seen when they are open.
            if (Objects.equals(revealed(attribute, rowA, hiddenA), revealed(attribute, rowB, hiddenB))) {
                continue;
            }
            attributes.add(attribute);
            side(table, attribute, label(attribute), a, rowA, hiddenA);
            side(table, attribute, "", b, rowB, hiddenB);
        }
        shows("read difference", person);
        command.print(command.text("file.difference", person, a, b));
        command.table(table);
    }

    /** Records what is about to be shown. */
    private void shows(String action, String person) throws SQLException {
        command.door().record(action, List.of(person), attributes, CliDoor.detail(shown.reveal()));
    }

    private void side(
            TextTable table, String attribute, String label, int version, Row row, Map<String, Object> hidden) {
        String value = revealed(attribute, row, hidden);
        table.row(
                label,
                String.valueOf(version),
                value == null ? "–" : inWords(attribute, value),
                value == null ? "" : row.textOrNull("feed"),
                value == null ? "" : row.day("observed_at", "–"));
    }

    /** A question about one person, by the file that is asked for. */
    private ReadQuery question(String name, String person) {
        return ReadQuery.of(view + "-" + name).with("id", person);
    }

    /** The id that a retired one lives on as; one that was never given as it is. */
    private String follow(String person) {
        String follow = reads.one(ReadQuery.of("current-id").with("id", person))
                .map(row -> row.textOrNull("current_id"))
                .orElse(person);
        if (!follow.equals(person)) {
            command.print(command.text("file.retired", person, follow));
        }
        return follow;
    }

    /** The version that a question about a person finds. */
    private int version(String person, ReadQuery question) {
        return (int) reads.one(question).orElseThrow(() -> noFile(person)).number("version");
    }

    private WrongUse noFile(String person) {
        return WrongUse.of("wrong.no-file-" + view, person);
    }

    private String label(String attribute) {
        return catalogue.find(attribute).map(command::label).orElse(attribute);
    }

    /** A value as it is shown, in words with their codes; empty where there is none. */
    private String inWords(String attribute, @Nullable String value) {
        String seen = shown.value(attribute, value);
        ValueWords words =
                ValueWords.withCodes(command.shell().messages().bundle().getLocale());
        return catalogue.find(attribute).map(known -> words.of(known, seen)).orElse(seen);
    }

    /** The values of a version, by the question that tells their sources. */
    private TextTable values(String person, int version, ReadQuery sources) throws SQLException {
        TextTable table = new TextTable(
                command.text("column.attribute"),
                command.text("column.value"),
                command.text("column.feed"),
                command.text("column.observed"),
                command.text("column.rule"));
        Map<String, Object> hidden = hidden(person, version);
        Map<String, Row> values = byAttribute(sources);
        for (String attribute : ordered(values.keySet().stream())) {
            Row row = values.getOrDefault(attribute, NOTHING);
            if (!attribute.endsWith("place")) {
                attributes.add(attribute);
                table.row(
                        label(attribute),
                        inWords(attribute, revealed(attribute, row, hidden)),
                        row.textOrNull("feed"),
                        row.day("observed_at", "–"),
                        row.textOrNull("rule"));
            }
        }
        return table;
    }

    private Map<String, Row> byAttribute(String person, int version) {
        return byAttribute(question("version-values", person).with("version", version));
    }

    private Map<String, Row> byAttribute(ReadQuery values) {
        return reads.rows(values).stream().collect(Collectors.toMap(row -> row.text("attribute"), row -> row));
    }

    /** In the order of the catalogue, each once; what it does not know behind. */
    private List<String> ordered(Stream<String> names) {
        List<String> order = catalogue.names();
        return names.distinct()
                .sorted(Comparator.comparingInt(name -> order.contains(name) ? order.indexOf(name) : order.size()))
                .toList();
    }

    /** A value that may be seen, without its mask where that is known. */
    private static @Nullable String revealed(String attribute, Row row, Map<String, Object> hidden) {
        String value = row.textOrNull("value");
        return value == null ? null : String.valueOf(hidden.getOrDefault(attribute, value));
    }

    /** What the masks of a version hide and the asker may see. Of it richer masks are made than tables hold. */
    private Map<String, Object> hidden(String person, int version) throws SQLException {
        for (Row row : reads.rows(question("identifiers", person))) {
            if (row.number("version") == version) {
                Map<String, Object> hidden = new HashMap<>(
                        new SealedRows(command.keys(), population).values(person, version, row.bytes("identifiers")));
                hidden.keySet().retainAll(List.of(row.text("attributes", "").split(",")));
                return hidden;
            }
        }
        return Map.of();
    }
}
