package org.childfile.care.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.Resources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Takes from sealed identifiers what shows that two persons belong together, as keyed indexes; each version once. */
final class MarkStore {

    /** By attribute. */
    private static final Map<String, String> KINDS = Resources.lines(MarkStore.class, "marks.csv").stream()
            .map(line -> line.split(",", -1))
            .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Keyring keys;
    private final SealedRows children;
    private final SealedRows volunteers;

    MarkStore(DataSource dataSource, Keyring keys) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.keys = keys;
        this.children = new SealedRows(keys, Population.CHILD);
        this.volunteers = new SealedRows(keys, Population.VOLUNTEER);
    }

    private record Mark(String person, String kind, byte[] mark) {}

    private record Marked(String person, int version, List<Mark> marks) {}

    /** Brings the marks up to date; the working table of needs is there. */
    void take() {
        List<Marked> fresh = jdbc.sql(SqlFiles.read("care/pairing/to-mark"))
                .query((row, number) -> marked(row))
                .list();
        if (fresh.isEmpty()) {
            return;
        }
        String[] persons = fresh.stream().map(Marked::person).toArray(String[]::new);
        jdbc.sql("delete from pairing.mark where person_id = any (:persons)")
                .param("persons", persons)
                .update();
        try (CopyWriter copy = copy("pairing.mark", "person_id", "kind", "mark")) {
            fresh.stream()
                    .flatMap(each -> each.marks().stream())
                    .forEach(mark ->
                            copy.row().text(mark.person()).text(mark.kind()).bytea(mark.mark()));
            copy.finish();
        }
        jdbc.sql("""
                        insert into pairing.marked (person_id, version)
                        select * from unnest(:persons::text[], :versions::integer[])
                        on conflict (person_id) do update set version = excluded.version""")
                .param("persons", persons)
                .param("versions", fresh.stream().map(Marked::version).toArray(Integer[]::new))
                .update();
        jdbc.sql("analyze pairing.mark").update();
    }

    private Marked marked(ResultSet row) throws SQLException {
        String person = row.getString("person_id");
        int version = row.getInt("version");
        SealedRows rows = person.startsWith("V") ? volunteers : children;
        List<Mark> marks = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        rows.values(person, version, row.getBytes("identifiers")).forEach((attribute, value) -> {
            String kind = KINDS.get(attribute);
            if (kind != null && !seen.contains(kind + value)) {
                seen.add(kind + value);
                // An id number has one index, whoever's it is, so that a parent's is found among the volunteers'.
                marks.add(
                        new Mark(person, kind, keys.of(kind.equals("parent") ? "id_number" : kind, value.toString())));
            }
        });
        return new Marked(person, version, marks);
    }

    private CopyWriter copy(String table, String... columns) {
        return CopyWriter.into(DataSourceUtils.getConnection(dataSource), table, columns);
    }
}
