package org.childfile.care.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.care.pairing.Plan.Uncovered;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The tables of proposals. Every method but {@link #transaction} runs in its caller's transaction. */
final class ProposalStore {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> WRITE = List.of("withdraw", "stand", "propose", "uncover");

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Keyring keys;
    private final TransactionTemplate transaction;

    ProposalStore(DataSource dataSource, Keyring keys) {
        this.keys = keys;
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Does something in a transaction of its own, of which nothing stays if so wanted. */
    <T> T transaction(boolean undone, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (undone) {
                status.setRollbackOnly();
            }
            return work.get();
        }));
    }

    /** Nobody else decides about pairings until the transaction ends. */
    void lock() {
        jdbc.sql("lock table pairing.pairing in share row exclusive mode").update();
    }

    void wantRoles(List<String> roles) {
        jdbc.sql("delete from pairing.wanted_role where role <> all (:roles)")
                .param("roles", roles.toArray(String[]::new))
                .update();
        jdbc.sql("insert into pairing.wanted_role (role) select unnest(:roles::text[]) on conflict do nothing")
                .param("roles", roles.toArray(String[]::new))
                .update();
    }

    /** Makes the working table of children without a caring mother. */
    void needs(LocalDate day) {
        jdbc.sql("analyze pairing.pairing").update();
        jdbc.sql(SqlFiles.read("care/pairing/needs")).param("day", day).update();
        jdbc.sql("analyze need").update();
    }

    /** The children of the working table. */
    List<Candidate> candidates(Optional<String> district) {
        return jdbc.sql(SqlFiles.read("care/pairing/read-needs")).query((row, number) -> candidate(row)).list().stream()
                .filter(candidate -> inDistrict(candidate.division(), district))
                .toList();
    }

    private static boolean inDistrict(@org.jspecify.annotations.Nullable String division, Optional<String> district) {
        return district.isEmpty() || (division != null && division.startsWith(district.get()));
    }

    private Candidate candidate(ResultSet row) throws SQLException {
        String psychLevel = row.getString("psych_level");
        return new Candidate(
                row.getString("child_id"),
                row.getBoolean("hidden"),
                row.getString("grade"),
                List.of(texts(row, "kinds")),
                row.getString("enrolment_state"),
                psychLevel == null ? null : keys.texts().clear(psychLevel),
                row.getString("division"),
                row.getString("former_id"),
                row.getString("cause"),
                new TreeSet<>(List.of(texts(row, "refused"))),
                new TreeSet<>(List.of(texts(row, "parties"))),
                new TreeSet<>(List.of(texts(row, "known"))),
                row.getString("standing"));
    }

    /** Everybody who may be proposed, those too who have no free place. */
    List<Mother> mothers(LocalDate day, Optional<String> district) {
        return jdbc
                .sql(SqlFiles.read("care/pairing/read-mothers"))
                .param("day", day)
                .param("district", district.orElse(""))
                .query((row, number) -> mother(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Mother> mother(ResultSet row) throws SQLException {
        String[] divisions = texts(row, "divisions");
        Set<String> skills = Set.copyOf(Arrays.asList(texts(row, "skills")));
        String id = row.getString("person_id");
        int pairs = row.getInt("pairs");
        int free = row.getInt("free");
        boolean ageUnknown = row.getBoolean("age_unknown");
        boolean checked = row.getBoolean("checked");
        return Locality.of(row.getString("division")).map(place -> {
            TreeMap<String, Locality> places = new TreeMap<>(Map.of(place.code(), place));
            Arrays.stream(divisions)
                    .flatMap(division -> Locality.of(division).stream())
                    .filter(other -> other.district().equals(place.district()))
                    .forEach(other -> places.put(other.code(), other));
            return new Mother(id, List.copyOf(places.values()), skills, pairs, free, ageUnknown, checked);
        });
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    /** What need not be solved again, by the first district of what is solved together. */
    Map<String, String> settled() {
        Map<String, String> settled = new HashMap<>();
        jdbc.sql("select district, inputs from pairing.settled").query(row -> {
            settled.put(row.getString("district"), row.getString("inputs"));
        });
        return settled;
    }

    void settle(Map<String, String> settled) {
        jdbc.sql("""
                        with now as (select * from unnest(:districts::text[], :inputs::text[]) n (district, inputs)),
                        gone as (delete from pairing.settled s where not exists (select from now n where n.district = s.district))
                        insert into pairing.settled (district, inputs) select district, inputs from now
                        on conflict (district) do update set inputs = excluded.inputs
                        where settled.inputs <> excluded.inputs""")
                .param("districts", settled.keySet().toArray(String[]::new))
                .param("inputs", settled.values().toArray(String[]::new))
                .update();
    }

    /** Writes what is new, withdraws what is no more, and tells who is without. */
    void write(Plan plan, LocalDate day, Optional<String> district) {
        jdbc.sql(SqlFiles.read("care/pairing/planned")).update();
        try (CopyWriter copy = CopyWriter.into(
                DataSourceUtils.getConnection(dataSource),
                "planned",
                "child_id",
                "reason",
                "cause",
                "urgency",
                "division",
                "former_id",
                "volunteer_id",
                "reasons",
                "detail")) {
            for (Uncovered child : plan.children()) {
                copy.row()
                        .text(child.childId())
                        .text(child.reason())
                        .text(child.cause())
                        .text(child.urgency())
                        .text(child.division())
                        .text(child.formerId())
                        .text(child.volunteerId())
                        .jsonb(MAPPER.writeValueAsBytes(child.reasons()))
                        .jsonb(MAPPER.writeValueAsBytes(child.numbers()));
            }
            copy.finish();
        }
        for (String statement : WRITE) {
            jdbc.sql(SqlFiles.read("care/pairing/" + statement))
                    .param("day", day)
                    .param("district", district.orElse(""))
                    .update();
        }
    }
}
