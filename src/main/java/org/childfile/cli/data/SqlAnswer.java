package org.childfile.cli.data;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.childfile.access.privacy.Keyring;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer, handed out in portions: whoever is named in a portion is recorded before it is handed out. A
 * person is known by its id, whatever the column is called; an answer that names none is recorded by its columns, and each of
 * its rows counts as a person where its columns are those of persons. Keys of records stand there as their departments write
 * them.
 */
final class SqlAnswer {

    private static final int PORTION = 1000;

    private final ResultSet rows;
    private final CliDoor door;
    private final Keys keys;
    private @Nullable Keyring opened;
    private final List<String> labels = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<Boolean> numbers = new ArrayList<>();
    private final boolean aboutPersons;
    private final boolean packed;
    private final Set<String> shown = new HashSet<>();
    private int nameless;

    /** Where the keys are, which few answers need. */
    interface Keys {
        Keyring open() throws SQLException;
    }

    /** @param ofViews whether the query names a published view */
    SqlAnswer(ResultSet rows, CliDoor door, Keys keys, boolean ofViews) throws SQLException {
        this.rows = rows;
        this.door = door;
        this.keys = keys;
        ResultSetMetaData meta = rows.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            boolean number = meta.getColumnClassName(i).matches("java.lang.(Integer|Long|Double)|java.math.BigDecimal");
            labels.add(meta.getColumnLabel(i));
            headings.add(meta.getColumnLabel(i) + (number ? ">" : ""));
            numbers.add(number);
        }
        AnswerColumns columns = new AnswerColumns(rows);
        this.aboutPersons = columns.arePersons();
        this.packed = ofViews && columns.reckoned();
    }

    List<String> labels() {
        return labels;
    }

    /** Whether a column holds numbers. */
    boolean isNumber(int column) {
        return numbers.get(column);
    }

    /** The labels as {@code TextTable} takes them. */
    String[] headings() {
        return headings.toArray(String[]::new);
    }

    /** Hands out every row, its cells as text. */
    void each(Consumer<List<@Nullable String>> consumer) throws SQLException {
        List<List<@Nullable String>> portion = new ArrayList<>();
        boolean first = true;
        do {
            portion.clear();
            Set<String> persons = new HashSet<>();
            while (portion.size() < PORTION && rows.next()) {
                portion.add(row(persons));
            }
            if (first || !portion.isEmpty()) {
                shown.addAll(persons);
                door.check("sql", shown.size() + nameless);
                if (packed && !portion.isEmpty()) {
                    door.checkPacked("sql");
                }
                door.append("sql", List.copyOf(new TreeSet<>(persons)), labels, "rows " + portion.size());
            }
            first = false;
            portion.forEach(consumer);
        } while (portion.size() == PORTION);
    }

    /** What lies sealed in a cell, opened; a key of a record, which stands in the tables as a token, as its department writes it. */
    private @Nullable String opened(@Nullable String cell) throws SQLException {
        if (cell == null || !Keyring.stand(cell)) {
            return cell;
        }
        if (opened == null) {
            opened = keys.open();
        }
        return opened.clear(cell);
    }

    private List<@Nullable String> row(Set<String> persons) throws SQLException {
        List<@Nullable String> row = new ArrayList<>();
        boolean named = false;
        for (int i = 1; i <= labels.size(); i++) {
            String cell = opened(rows.getString(i));
            row.add(cell);
            if (cell != null) {
                Matcher matcher = PersonId.IN_TEXT.matcher(cell);
                while (matcher.find()) {
                    persons.add(matcher.group());
                    named = true;
                }
            }
        }
        if (!named && aboutPersons) {
            nameless++;
        }
        return row;
    }
}
