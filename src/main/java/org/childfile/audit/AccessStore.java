package org.childfile.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.database.SqlFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the access log. */
final class AccessStore {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    AccessStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Appends the rows of accesses in one statement, which is one transaction if the caller has none. */
    void append(List<Access> accesses) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Access access : accesses) {
            if (access.personIds().isEmpty()) {
                rows.add(row(access, null));
            }
            access.personIds().forEach(person -> rows.add(row(access, person)));
        }
        jdbc.sql("select audit.append(:entries::jsonb)")
                .param("entries", MAPPER.writeValueAsString(rows))
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> row(Access access, @Nullable String person) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("subject", access.subject());
        row.put("role", access.role());
        row.put("purpose", access.purpose());
        row.put("door", access.door());
        row.put("action", access.action());
        if (person != null) {
            row.put("person_id", person);
        }
        row.put("attributes", access.attributes());
        row.put("detail", access.detail());
        return row;
    }

    /** The anchor of now. */
    Anchor head() {
        return jdbc.sql("select count, encode(hash, 'hex') from audit.head")
                .query((row, number) -> new Anchor("", row.getLong(1), row.getString(2)))
                .single();
    }

    /** The place of the first row that is not as it was written. */
    Optional<Long> firstBroken() {
        return jdbc.sql(SqlFiles.read("audit/first-broken")).query(Long.class).optional();
    }

    /** The anchors inside the warehouse that the log does not meet. */
    List<Anchor> unmet() {
        return jdbc.sql(SqlFiles.read("audit/unmet-anchors"))
                .query((row, number) -> new Anchor(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }

    /** Whether the log meets an anchor that was kept elsewhere. */
    boolean meets(Anchor anchor) {
        return jdbc.sql("""
                        select exists (select from audit.access
                                       where seq = :count and hash = decode(:hash, 'hex'))""")
                .param("count", anchor.count())
                .param("hash", anchor.hash())
                .query(Boolean.class)
                .single();
    }
}
