package org.childfile.cli.person;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.childfile.access.privacy.Masking;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.TextTable;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.ChineseNames;
import org.childfile.kernel.PersonName;
import org.jspecify.annotations.Nullable;

/** Lists persons by the beginning of their name in any spelling, or by its sound. */
final class PersonSearch {

    private final AskedReads reads;
    private final LookingCommand command;
    private final Population population;
    private final boolean reveal;

    PersonSearch(AskedReads reads, LookingCommand command, Population population, boolean reveal) {
        this.reads = reads;
        this.command = command;
        this.population = population;
        this.reveal = reveal;
    }

    void print(@Nullable String name, int limit) throws SQLException {
        List<String> persons = new ArrayList<>();
        TextTable table = new TextTable(
                command.text("column.id"),
                command.text("column.name"),
                command.text("column.born"),
                command.text("column.version") + ">",
                command.text("column.feeds") + ">");
        for (Row row : reads.rows(question(name).with("limit", limit))) {
            String id = row.text(population.written() + "_id");
            persons.add(id);
            String called = row.textOrNull("name");
            table.row(
                    id,
                    called == null ? "–" : reveal ? called : Masking.name(called),
                    row.text("birth_date", "–"),
                    row.textOrNull("version"),
                    row.filled().contains("feeds")
                            ? String.valueOf(row.texts("feeds").size())
                            : "–");
        }
        command.door().record("search", persons, List.of("name", "birth_date", "feeds"), CliDoor.detail(reveal));
        command.table(table);
    }

    private ReadQuery question(@Nullable String name) {
        boolean child = population == Population.CHILD;
        return name == null
                ? ReadQuery.of(child ? "children" : "volunteers")
                : ReadQuery.of(child ? "children-by-name" : "volunteers-by-name")
                        .with("name", typed(name));
    }

    /** What is looked for: a name in the form in which names are compared; of letters alone how it sounds, without blanks. */
    private static String typed(String name) {
        String normal = PersonName.of(name).normal();
        return name.codePoints().anyMatch(Character::isIdeographic)
                ? normal
                : ChineseNames.pinyin(ChineseNames.surnameFirst(normal)).replace(" ", "");
    }
}
