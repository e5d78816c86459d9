package org.childfile.cli.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.childfile.access.privacy.Masking;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.TextTable;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.ChineseNames;
import org.childfile.kernel.PersonName;
import org.jspecify.annotations.Nullable;

/** Lists persons by the beginning of their name in any spelling, or by its sound. */
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
        List<String> persons = new ArrayList<>();
        TextTable table = new TextTable(
                command.text("column.id"),
                command.text("column.name"),
                command.text("column.born"),
                command.text("column.version") + ">",
                command.text("column.feeds") + ">");
        String found = population == Population.CHILD ? "mart.find_child(?, '', ?)" : "mart.find_volunteer(?, ?)";
        String from = name == null ? "mart." + view + " order by 1 limit ?" : found;
        try (PreparedStatement select = connection.prepareStatement(
                "select " + view + "_id, name, birth_date, version, cardinality(feeds) from " + from)) {
            if (name != null) {
                select.setString(1, typed(name));
            }
            select.setInt(name == null ? 1 : 2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    persons.add(row.getString(1));
                    String called = row.getString(2);
                    String born = row.getString(3);
                    String feeds = row.getString(5);
                    table.row(
                            row.getString(1),
                            called == null ? "–" : reveal ? called : Masking.name(called),
                            born == null ? "–" : born,
                            row.getString(4),
                            feeds == null ? "–" : feeds);
                }
            }
        }
        command.door().record("search", persons, List.of("name", "birth_date", "feeds"), CliDoor.detail(reveal));
        command.table(table);
    }

    /** What is looked for: a name in the form in which names are compared; of letters alone how it sounds, without blanks. */
    private static String typed(String name) {
        String normal = PersonName.of(name).normal();
        return name.codePoints().anyMatch(Character::isIdeographic)
                ? normal
                : ChineseNames.pinyin(ChineseNames.surnameFirst(normal)).replace(" ", "");
    }
}
