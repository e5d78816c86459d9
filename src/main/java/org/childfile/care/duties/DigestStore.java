package org.childfile.care.duties;

import java.sql.Connection;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.childfile.database.SqlFiles;
import org.childfile.kernel.CityTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads digests from the published views, on a connection that is bound by the rights of who asks. */
public final class DigestStore {

    private final JdbcClient jdbc;

    /** What is read once for all divisions, by its statement. */
    private final Map<String, List<Function<String, @Nullable String>>> everywhere = new HashMap<>();

    public DigestStore(Connection asked) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(asked, true));
    }

    /** Of the pairs in a division: the beginning of its code. */
    public Digest ofDivision(String code, int limit) {
        return read(code, code, null, limit);
    }

    /** Of the pairs of one caring mother. */
    public Digest ofVolunteer(String volunteerId, int limit) {
        return read(volunteerId, null, volunteerId, limit);
    }

    /** The districts and townships that have pairs in force. */
    public List<String> divisions() {
        return jdbc.sql("""
                        select distinct left(p.division, n) from mart.care_pair p cross join (values (6), (9)) x (n)
                        where length(p.division) >= n order by 1""").query(String.class).list();
    }

    private static String written(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZoneSameInstant(CityTime.ZONE));
    }

    private Digest read(String scope, @Nullable String division, @Nullable String volunteer, int limit) {
        return Digest.of(
                scope,
                rows("access/readmodel/digest", division, volunteer, limit),
                told("access/readmodel/digest-calls", division, volunteer, limit),
                told("access/readmodel/digest-checks", division, volunteer, limit));
    }

    /** Of all that supervisors are told by a statement, which is asked once, what is in a division. */
    private List<Function<String, @Nullable String>> told(
            String statement, @Nullable String division, @Nullable String volunteer, int limit) {
        if (division == null) {
            return rows(statement, null, volunteer, limit);
        }
        return everywhere.computeIfAbsent(statement, each -> rows(each, "", null, Integer.MAX_VALUE)).stream()
                .filter(row -> String.valueOf(row.apply("division")).startsWith(division))
                .limit(limit)
                .toList();
    }

    private List<Function<String, @Nullable String>> rows(
            String statement, @Nullable String division, @Nullable String volunteer, int limit) {
        return jdbc.sql(SqlFiles.read(statement))
                .param("division", division)
                .param("volunteer", volunteer)
                .param("limit", limit)
                .query((row, number) -> {
                    Map<String, @Nullable String> texts = new HashMap<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        texts.put(row.getMetaData().getColumnLabel(i), row.getString(i));
                    }
                    if (texts.get("last_contact") != null) {
                        texts.put("last_contact", written(row.getObject("last_contact", OffsetDateTime.class)));
                    }
                    Function<String, @Nullable String> read = texts::get;
                    return read;
                })
                .list();
    }
}
