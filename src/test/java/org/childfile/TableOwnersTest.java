package org.childfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every table belongs to one package, and docs/tables.csv says to which, who else reads it, and who else writes it: the law of
 * imports for SQL. The views of {@code mart} and {@code ops} are published to all. Where the file is to change, look at
 * target/tables.csv, and put it in its place.
 */
class TableOwnersTest {

    private static final Path FILE = Path.of("docs", "tables.csv");
    private static final String HEADER = "table,owner,read by,written by others,columns of a session's table\n";

    private static Set<String> tables = Set.of();

    private record Line(String owner, Set<String> readers, Set<String> writers) {}

    @BeforeAll
    static void readTables() throws SQLException {
        tables = new TreeSet<>();
        try (Connection connection = TestServer.fresh().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|public)'""")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
    }

    @Test
    void everyTableIsReadAndWrittenByWhomTheFileSays() throws IOException {
        String found = page(SqlTexts.ofTheProgram());
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "tables.csv"), found);

        assertThat(found).isEqualTo(Files.readString(FILE)).doesNotContain(",?,");
    }

    @Test
    void theLabAloneWritesWhereItWillAndNobodyElseWithoutBeingNamed() throws IOException {
        Map<String, Line> lines = lines();

        assertThat(lines.values()).allSatisfy(line -> assertThat(line.writers()).doesNotContain(line.owner()));
        assertThat(lines.entrySet().stream()
                        .filter(line -> !line.getValue().writers().isEmpty())
                        .map(Map.Entry::getKey))
                // Queues: whoever worked on an entry takes it out.
                .containsExactly("mapping.changed_record");
    }

    @Test
    void aReaderAndAWriterThatNobodyNamedAreFound() throws IOException {
        String before = page(SqlTexts.of("api", "select 1"));

        assertThat(page(SqlTexts.of("api", "select * from landing.record r join versions.child_version v on true")))
                .contains("landing.record,ingest.landing,api,,", "versions.child_version,files.versions,api,,")
                .isNotEqualTo(before);
        assertThat(page(SqlTexts.of("api", "with x as (delete from landing.record) select 1")))
                .contains("landing.record,ingest.landing,,api,");
    }

    /** The file as it would have to be. */
    private static String page(SqlTexts texts) throws IOException {
        Map<String, Line> lines = lines();
        Map<String, Set<String>> named = texts.named(tables);
        Map<String, Set<String>> written = texts.written(tables);
        StringBuilder page = new StringBuilder(HEADER);
        for (String table : tables) {
            Line line = lines.get(table);
            String owner = line == null ? "?" : line.owner();
            Set<String> writers = others(written, table, owner);
            Set<String> readers = others(named, table, owner);
            readers.removeAll(writers);
            page.append(String.join(",", table, owner, String.join(" ", readers), String.join(" ", writers), ""))
                    .append('\n');
        }
        texts.sessionTables().forEach((table, made) -> {
            String owner = made.substring(0, made.indexOf(':'));
            Set<String> users = new TreeSet<>(texts.users(table));
            users.remove(owner);
            String columns = made.substring(made.indexOf(':') + 2).replace("\"", "\"\"");
            page.append(table + "," + owner + "," + String.join(" ", users) + ",,"
                    + (columns.isEmpty() ? "" : "\"" + columns + "\"") + "\n");
        });
        return page.toString();
    }

    /** Who names a table beside its owner; measurements may name all. */
    private static Set<String> others(Map<String, Set<String>> found, String table, String owner) {
        Set<String> others = new TreeSet<>(found.getOrDefault(table, Set.of()));
        others.remove(owner);
        others.removeIf(each -> each.startsWith("lab."));
        return others;
    }

    private static Map<String, Line> lines() throws IOException {
        Map<String, Line> lines = new TreeMap<>();
        List<String> file = new ArrayList<>(Files.readAllLines(FILE));
        for (String line : file.subList(1, file.size())) {
            String[] cells = line.split(",", 5);
            if (cells[0].contains(".")) {
                lines.put(cells[0], new Line(cells[1], words(cells[2]), words(cells[3])));
            }
        }
        return new HashMap<>(lines);
    }

    private static Set<String> words(String cell) {
        return cell.isEmpty() ? Set.of() : Set.of(cell.split(" "));
    }
}
