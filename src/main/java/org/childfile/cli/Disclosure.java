package org.childfile.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.childfile.database.SqlFiles;
import org.childfile.mapping.Population;

/**
 * All that is held of one person, as the law lets it be asked for (Personal Information Protection Law, art. 45).
 *
 * @param tables by name, in the order in which they are shown: {@code values}, {@code conflicts}, {@code records},
 *     {@code versions}, {@code decisions}, {@code accesses}
 */
record Disclosure(String personId, Population population, Map<String, Table> tables) {

    private static final List<String> NAMES =
            List.of("values", "conflicts", "records", "versions", "decisions", "accesses");

    /** Rows of text; a cell that holds nothing is empty. */
    record Table(List<String> columns, List<List<String>> rows) {
        Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        List<String> column(String name) {
            int at = columns.indexOf(name);
            return rows.stream().map(row -> row.get(at)).toList();
        }
    }

    /** Reads all of a person that lives. */
    static Disclosure read(Connection connection, String person) throws SQLException {
        Population population = person.startsWith("V") ? Population.VOLUNTEER : Population.CHILD;
        Map<String, Table> tables = new LinkedHashMap<>();
        for (String name : NAMES) {
            tables.put(name, table(connection, SqlFiles.read("cli/disclose-" + name), person));
        }
        return new Disclosure(person, population, tables);
    }

    Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("a disclosure has no " + name);
        }
        return table;
    }

    private static Table table(Connection connection, String sql, String person) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 1; i <= select.getParameterMetaData().getParameterCount(); i++) {
                select.setString(i, person);
            }
            try (ResultSet result = select.executeQuery()) {
                ResultSetMetaData meta = result.getMetaData();
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= meta.getColumnCount(); i++) {
                    columns.add(meta.getColumnLabel(i));
                }
                List<List<String>> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(cells(result, columns));
                }
                return new Table(columns, rows);
            }
        }
    }

    private static List<String> cells(ResultSet row, List<String> columns) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            String cell = column.equals("content") ? LandedContent.text(row.getBytes(column)) : row.getString(column);
            cells.add(cell == null ? "" : cell);
        }
        return cells;
    }
}
