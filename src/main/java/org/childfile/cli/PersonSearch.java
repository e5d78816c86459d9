package org.childfile.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.childfile.mapping.Population;
import org.childfile.privacy.Masking;
import org.jspecify.annotations.Nullable;

/** Lists persons by the beginning of their name, children by its sound too. */
final class PersonSearch {

    private final Connection connection;
    private final LookingCommand command;
    private final Population population;
    private final boolean reveal;

    PersonSearch(Connection connection, LookingCommand command, Population population, boolean reveal) {
        this.connection = connection;
        this.command = command;
        this.population = population;
        this.reveal = reveal;
    }

    void print(@Nullable String name, int limit) throws SQLException {
        String view = population.written();
        TextTable table = new TextTable(
                command.text("column.id"),
                command.text("column.name"),
                command.text("column.born"),
                command.text("column.version") + ">",
                command.text("column.feeds") + ">");
        boolean sounds = population == Population.CHILD && name != null;
        String beginning = name == null ? "" : sounds ? typed(name) : name;
        String from = sounds
                ? " from mart.find_child(?, '', ?)"
                : " from mart." + view + " where starts_with(coalesce(name, ''), ?) order by 1 limit ?";
        try (PreparedStatement select = connection.prepareStatement(
                "select " + view + "_id, name, birth_date, version, cardinality(feeds)" + from)) {
            select.setString(1, beginning);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String found = row.getString(2);
                    String born = row.getString(3);
                    String feeds = row.getString(5);
                    table.row(
                            row.getString(1),
                            found == null ? "–" : reveal ? found : Masking.name(found),
                            born == null ? "–" : born,
                            row.getString(4),
                            feeds == null ? "–" : feeds);
                }
            }
        }
        command.table(table);
    }

    /** The sound of a name as it is looked for: small letters without blanks. */
    private static String typed(String name) {
        return name.codePoints().allMatch(each -> each < 128)
                ? name.toLowerCase(Locale.ROOT).replace(" ", "")
                : name.strip();
    }
}
