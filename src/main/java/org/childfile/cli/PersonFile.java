package org.childfile.cli;

import java.util.Map;
import org.childfile.versions.SealedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.childfile.mapping.AttributeCatalogue;
import org.childfile.mapping.Population;

/** Prints one person's file: its values with their sources, its versions, and what disagrees. */
final class PersonFile {

    private final Connection connection;
    private final LookingCommand command;
    private final Population population;
    private final Shown shown;

    PersonFile(Connection connection, LookingCommand command, Population population, boolean reveal) {
        this.connection = connection;
        this.command = command;
        this.population = population;
        this.shown = new Shown(reveal);
    }

    void print(String person) throws SQLException {
        String view = population.written();
        String follow = follow(person);
        if (!follow.equals(person)) {
            command.print(command.text("file.retired", person, follow));
        }
        int version = currentVersion(view, follow);
        command.print(command.text("file.title", follow, version));
        command.table(values(view, follow, version));
        command.print("");
        command.table(versions(view, follow));
    }

    /** The id that a retired one lives on as; one that was never given as it is. */
    private String follow(String person) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select coalesce(mart.current_id(?), ?)")) {
            select.setString(1, person);
            select.setString(2, person);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private int currentVersion(String view, String person) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select version from mart." + view + " where " + view + "_id = ?")) {
            select.setString(1, person);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new WrongUse(
                            "there is no " + view + " " + person + ". Look for one: childfile " + view + " --name 张");
                }
                return row.getInt(1);
            }
        }
    }

    private TextTable values(String view, String person, int version) throws SQLException {
        TextTable table = new TextTable(
                command.text("column.attribute"),
                command.text("column.value"),
                command.text("column.feed"),
                command.text("column.observed"),
                command.text("column.rule"));
        Map<String, Object> hidden = shown.reveal() ? hidden(view, person, version) : Map.of();
        AttributeCatalogue catalogue = AttributeCatalogue.of(population);
        try (PreparedStatement select = connection.prepareStatement("select attribute, value, feed,"
                + " to_char(observed_at, 'YYYY-MM-DD') as observed, rule from mart." + view + "_value where " + view
                + "_id = ? and version = ? order by array_position(?, attribute)")) {
            select.setString(1, person);
            select.setInt(2, version);
            select.setArray(
                    3, connection.createArrayOf("text", catalogue.names().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String attribute = row.getString("attribute");
                    if (!attribute.endsWith("place")) {
                        table.row(
                                catalogue.find(attribute).map(command::label).orElse(attribute),
                                shown.value(
                                        attribute,
                                        String.valueOf(hidden.getOrDefault(attribute, row.getString("value")))),
                                row.getString("feed"),
                                row.getString("observed"),
                                row.getString("rule"));
                    }
                }
            }
        }
        return table;
    }

    /** What the masks of a version hide. */
    private Map<String, Object> hidden(String view, String person, int version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select identifiers from versions." + view + "_version where person_id = ? and version = ?")) {
            select.setString(1, person);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new SealedRows(command.keys(), population).values(person, version, row.getBytes(1));
            }
        }
    }

    private TextTable versions(String view, String person) throws SQLException {
        TextTable table = new TextTable(
                command.text("column.version") + ">",
                command.text("column.valid-from"),
                command.text("column.recorded"),
                command.text("column.run"),
                command.text("column.changed-attributes"));
        try (PreparedStatement select = connection.prepareStatement("select version, valid_from,"
                + " to_char(recorded_at, 'YYYY-MM-DD HH24:MI') as recorded, run_id, changed from mart." + view
                + "_version where " + view + "_id = ? order by version")) {
            select.setString(1, person);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String[] changed = (String[]) row.getArray("changed").getArray();
                    boolean first = row.getInt("version") == 1;
                    table.row(
                            row.getString("version"),
                            row.getString("valid_from"),
                            row.getString("recorded"),
                            row.getString("run_id"),
                            first ? command.text("file.first", changed.length) : String.join(", ", changed));
                }
            }
        }
        return table;
    }
}
