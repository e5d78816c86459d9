package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.childfile.database.SqlFiles;
import org.junit.jupiter.api.Test;

/**
 * What becomes of each column that names a person when the person is joined to another. The list is
 * {@code src/test/resources/database/person-columns.csv}: a column that is not in it has not been thought of.
 *
 * <ul>
 *   <li>{@code moved}: a statement of every night gives the row to the other.
 *   <li>{@code followed}: whoever reads it asks as whom the person lives on.
 *   <li>{@code anew}: worked out again for the other from what is known of it; the row of the joined one ends.
 *   <li>{@code log}: tells what happened, of whom it was told then.
 *   <li>{@code own}: is of the joined person itself, or of no person at all.
 * </ul>
 */
class MergedPersonsTest {

    private static final Path LIST = Path.of("src/test/resources/database/person-columns.csv");

    private static final String COLUMNS = """
            select format('%s.%s', n.nspname, c.relname) || '.' || a.attname
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
            join pg_type t on t.oid = a.atttypid
            where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and not c.relispartition
              and n.nspname !~ '^(pg_|information_schema$|public$|batch$)' and t.typname in ('text', '_text', 'json', 'jsonb')
            order by 1""";

    @Test
    void everyColumnThatNamesAPersonIsInTheListAndWhatIsMovedNamesNobodyWhoWasJoined() throws Exception {
        Map<String, String> listed = listed();
        GuardedWarehouse warehouse = GuardedWarehouse.empty();
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, world());
            TreeSet<String> naming = new TreeSet<>();
            for (String column : GuardedWarehouse.texts(owner, COLUMNS)) {
                if (column.matches(".*\\.(child_id|volunteer_id|person_id|other_id|persons|children|retired_into)")
                        || names(owner, column, "(CA|CB|VA|VB)")) {
                    naming.add(column);
                }
            }
            assertThat(naming).containsExactlyInAnyOrderElementsOf(listed.keySet());

            GuardedWarehouse.run(
                    owner, "update linkage.person set retired_into = 'CB' where person_id in ('CA', 'CR')");
            GuardedWarehouse.run(owner, SqlFiles.read("care/pairing/follow"));
            GuardedWarehouse.run(owner, SqlFiles.read("care/help/follow"));
            for (Map.Entry<String, String> each : listed.entrySet()) {
                if (each.getValue().equals("moved")) {
                    assertThat(names(owner, each.getKey(), "CA"))
                            .as(each.getKey() + " still names who was joined")
                            .isFalse();
                }
            }
        }
    }

    private static boolean names(Connection owner, String column, String person) throws SQLException {
        int dot = column.lastIndexOf('.');
        return !GuardedWarehouse.texts(
                        owner,
                        "select '' from " + column.substring(0, dot) + " where " + column.substring(dot + 1)
                                + "::text ~ '\\m" + person + "\\M' limit 1")
                .isEmpty();
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        List<String> lines = Files.readAllLines(LIST);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells[1]).as(line).isIn("moved", "followed", "anew", "log", "own");
            listed.put(cells[0], cells[1]);
        }
        return listed;
    }

    private static String world() throws IOException {
        try (var in = Objects.requireNonNull(MergedPersonsTest.class.getResourceAsStream("/sql/whole-world.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
