package org.childfile.cli.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Words;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.Population;
import org.jspecify.annotations.Nullable;

/**
 * Prints one person's file: its values with their sources, its versions, and what two of them say differently.
 *
 * <p>Over 250 lines, because the parts of a file share what may be shown of it.
 */
final class PersonFile {

    private final Connection connection;
    private final LookingCommand command;
    private final Population population;
    private final String view;
    private final AttributeCatalogue catalogue;
    private final Shown shown;
    private final List<String> attributes = new ArrayList<>();

    PersonFile(Connection connection, LookingCommand command, Population population, boolean reveal) {
        this.connection = connection;
        this.command = command;
        this.population = population;
        this.view = population.written();
        this.catalogue = AttributeCatalogue.of(population);
        this.shown = new Shown(reveal);
    }

    /** What holds now, and how it came to it. */
    void print(String person) throws SQLException {
        String follow = follow(person);
        int version = version(follow, "select version from mart." + view + " where " + view + "_id = ?", follow);
        TextTable values = values(follow, version, "mart." + view + "_value");
        TextTable doubts = new PersonDoubts(connection, command, view, shown).table(follow, this::label);
        TextTable versions = new PersonVersions(connection, command, view).table(follow);
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
        LocalDate day = valid == null ? LocalDate.now(RunningCommand.ZONE) : valid;
        Instant moment = recorded == null ? Instant.now() : recorded;
        int version = version(
                person,
                "select version from mart." + view + "_as_of(?, ?) where " + view + "_id = ?",
                day,
                Timestamp.from(moment),
                person);
        String until = new Words(command.shell().messages()).moment(moment);
        TextTable values = values(person, version, "mart." + view + "_value_as_of(?, ?)", day, Timestamp.from(moment));
        shows("read past", person);
        command.print(command.text("file.past", person, day.toString(), until, version));
        command.table(values);
    }

    void printVersions(String person) throws SQLException {
        TextTable table = new PersonVersions(connection, command, view).table(person);
        if (table.isEmpty()) {
            throw noFile(person);
        }
        shows("read versions", person);
        command.table(table);
    }

    void printDifference(String person, int a, int b) throws SQLException {
        for (int version : new int[] {a, b}) {
            version(
                    person,
                    "select version from mart." + view + "_version where " + view + "_id = ? and version = ?",
                    person,
                    version);
        }
        Map<String, Object> hiddenA = hidden(person, a);
        Map<String, Object> hiddenB = hidden(person, b);
        TextTable table = new TextTable(
                command.text("column.attribute"),
                command.text("column.version") + ">",
                command.text("column.value"),
                command.text("column.feed"),
                command.text("column.observed"));
        // Identifiers of the same region have the same mask: whether they differ is seen when they are open.
        try (PreparedStatement select = connection.prepareStatement("""
                select attribute, x.value, x.feed, to_char(x.observed_at, 'YYYY-MM-DD'),
                       y.value, y.feed, to_char(y.observed_at, 'YYYY-MM-DD')
                from (select v.* from mart.%1$s_value v where v.%1$s_id = ? and v.version = ?) x
                full join (select v.* from mart.%1$s_value v where v.%1$s_id = ? and v.version = ?) y using (attribute)
                where x.value is distinct from y.value or attribute = any (?)
                order by array_position(?, attribute)""".formatted(view))) {
            select.setString(1, person);
            select.setInt(2, a);
            select.setString(3, person);
            select.setInt(4, b);
            select.setArray(
                    5, connection.createArrayOf("text", catalogue.identifiers().toArray()));
            select.setArray(
                    6, connection.createArrayOf("text", catalogue.names().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String attribute = row.getString(1);
                    if (Objects.equals(
                            revealed(attribute, row.getString(2), hiddenA),
                            revealed(attribute, row.getString(5), hiddenB))) {
                        continue;
                    }
                    attributes.add(row.getString(1));
                    side(table, row.getString(1), label(row.getString(1)), a, row, 2, hiddenA);
                    side(table, row.getString(1), "", b, row, 5, hiddenB);
                }
            }
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
            TextTable table,
            String attribute,
            String label,
            int version,
            ResultSet row,
            int from,
            Map<String, Object> hidden)
            throws SQLException {
        String value = row.getString(from);
        table.row(
                label,
                String.valueOf(version),
                value == null ? "–" : shown.value(attribute, revealed(attribute, value, hidden)),
                value == null ? "" : row.getString(from + 1),
                value == null ? "" : row.getString(from + 2));
    }

    /** The id that a retired one lives on as; one that was never given as it is. */
    private String follow(String person) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select coalesce(mart.current_id(?), ?)")) {
            select.setString(1, person);
            select.setString(2, person);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                String follow = row.getString(1);
                if (!follow.equals(person)) {
                    command.print(command.text("file.retired", person, follow));
                }
                return follow;
            }
        }
    }

    /** The number that a question about a person finds. */
    private int version(String person, String question, Object... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw noFile(person);
                }
                return row.getInt(1);
            }
        }
    }

    private WrongUse noFile(String person) {
        return new WrongUse("there is no " + view + " " + person + ". Look for one: childfile " + view + " --name 张");
    }

    private String label(String attribute) {
        return catalogue.find(attribute).map(command::label).orElse(attribute);
    }

    /** The values of a version, by a relation with its parameters that tells their sources. */
    private TextTable values(String person, int version, String sources, Object... parameters) throws SQLException {
        TextTable table = new TextTable(
                command.text("column.attribute"),
                command.text("column.value"),
                command.text("column.feed"),
                command.text("column.observed"),
                command.text("column.rule"));
        Map<String, Object> hidden = hidden(person, version);
        try (PreparedStatement select = connection.prepareStatement("select attribute, value, feed,"
                + " to_char(observed_at, 'YYYY-MM-DD') as observed, rule from " + sources + " where " + view
                + "_id = ? and version = ? order by array_position(?, attribute)")) {
            int next = 1;
            for (Object parameter : parameters) {
                select.setObject(next++, parameter);
            }
            select.setString(next++, person);
            select.setInt(next++, version);
            select.setArray(
                    next, connection.createArrayOf("text", catalogue.names().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String attribute = row.getString("attribute");
                    if (!attribute.endsWith("place")) {
                        attributes.add(attribute);
                        table.row(
                                label(attribute),
                                shown.value(attribute, revealed(attribute, row.getString("value"), hidden)),
                                row.getString("feed"),
                                row.getString("observed"),
                                row.getString("rule"));
                    }
                }
            }
        }
        return table;
    }

    /** A value that may be seen, without its mask where that is known. */
    private @Nullable String revealed(String attribute, @Nullable String value, Map<String, Object> hidden)
            throws SQLException {
        return value == null ? null : String.valueOf(hidden.getOrDefault(attribute, command.clear(value)));
    }

    /** What the masks of a version hide and the asker may see. Of it richer masks are made than tables hold. */
    private Map<String, Object> hidden(String person, int version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select identifiers, attributes from mart." + view
                + "_identifiers where " + view + "_id = ? and version = ?")) {
            select.setString(1, person);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Map.of();
                }
                Map<String, Object> hidden = new HashMap<>(
                        new SealedRows(command.keys(), population).values(person, version, row.getBytes(1)));
                hidden.keySet().retainAll(List.of((Object[]) row.getArray(2).getArray()));
                return hidden;
            }
        }
    }
}
