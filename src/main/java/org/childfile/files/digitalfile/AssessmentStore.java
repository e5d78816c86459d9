package org.childfile.files.digitalfile;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The tables of what rules say. Every method runs in its caller's transaction. */
final class AssessmentStore {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    AssessmentStore(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Publishes the rules as their files say them. */
    void publish(List<Rule> rules) {
        for (Rule rule : rules) {
            jdbc.sql("""
                            insert into digitalfile.rule
                                (part, rule, version, valid_from, valid_to, grade, law, zh, en)
                            values (:part, :rule, :version, :from, :to::date, :grade::text, :law, :zh, :en)
                            on conflict (part, rule, version) do update
                            set valid_from = excluded.valid_from, valid_to = excluded.valid_to, grade = excluded.grade,
                                law = excluded.law, zh = excluded.zh, en = excluded.en
                            where row(rule.*) is distinct from row(excluded.*)""")
                    .param("part", rule.part().fact())
                    .param("rule", rule.id())
                    .param("version", rule.version())
                    .param("from", rule.from())
                    .param("to", rule.to().map(Date::valueOf).orElse(null))
                    .param("grade", rule.part() == Part.RISK ? rule.grade().written() : null)
                    .param("law", rule.law())
                    .param("zh", rule.zh())
                    .param("en", rule.en())
                    .update();
        }
    }

    /** Empties the working tables. */
    void begin() {
        jdbc.sql(SqlFiles.read("files/digitalfile/fresh")).update();
    }

    /**
     * Leaves out of whom rules say what they said: nothing else is known of these, and no age or term has run out.
     *
     * @param rules a digest of the rules in force
     */
    void leaveOut(String rules, LocalDate day) {
        jdbc.sql(SqlFiles.read("files/digitalfile/inputs"))
                .param("rules", rules)
                .update();
        jdbc.sql("analyze asked_input").update();
        jdbc.sql(SqlFiles.read("files/digitalfile/leave-out")).param("day", day).update();
        jdbc.sql("analyze asked_child").update();
    }

    /** Keeps to what the rules were applied, of all who were looked at. */
    void remember(LocalDate day) {
        jdbc.sql(SqlFiles.read("files/digitalfile/forget-assessed")).update();
        jdbc.sql(SqlFiles.read("files/digitalfile/keep-assessed"))
                .param("day", day)
                .update();
    }

    /** Adds until when what rules say of some children stands, by itself. */
    void addUntil(Map<String, Optional<LocalDate>> until) {
        try (CopyWriter copy =
                CopyWriter.into(DataSourceUtils.getConnection(dataSource), "fresh_until", "child_id", "until")) {
            until.forEach((child, day) -> copy.row().text(child).date(day.orElse(null)));
            copy.finish();
        }
    }

    /** Adds what rules say of some children to the working tables. */
    void add(Map<String, Assessment> assessments) {
        try (CopyWriter copy = CopyWriter.into(
                DataSourceUtils.getConnection(dataSource),
                "fresh_hit",
                "child_id",
                "part",
                "rule",
                "rule_version",
                "evidence",
                "grounds",
                "substance")) {
            assessments.forEach((child, assessment) -> assessment
                    .hits()
                    .forEach(hit -> copy.row()
                            .text(child)
                            .text(hit.part().fact())
                            .text(hit.rule())
                            .text(hit.version())
                            .jsonb(evidence(hit))
                            .jsonb(grounds(hit))
                            .text(hit.substance())));
            copy.finish();
        }
        try (CopyWriter copy = CopyWriter.into(
                DataSourceUtils.getConnection(dataSource), "fresh_risk", "child_id", "grade", "rules")) {
            assessments.forEach((child, assessment) ->
                    copy.row().text(child).text(assessment.grade().written()).texts(assessment.rules()));
            copy.finish();
        }
    }

    /** Adds what stands of some children, so that it goes on to stand. */
    void keep(Collection<String> children) {
        if (!children.isEmpty()) {
            jdbc.sql(SqlFiles.read("files/digitalfile/keep-hits"))
                    .param("ids", children.toArray(String[]::new))
                    .update();
            jdbc.sql(SqlFiles.read("files/digitalfile/keep-risks"))
                    .param("ids", children.toArray(String[]::new))
                    .update();
        }
    }

    private static byte[] evidence(Hit hit) {
        List<Map<String, @Nullable Object>> evidence =
                hit.outcome().proofs().stream().map(Proof::document).toList();
        return MAPPER.writeValueAsBytes(evidence);
    }

    /** In one order, whatever the run. */
    private static byte[] grounds(Hit hit) {
        Map<String, List<String>> grounds = new TreeMap<>();
        hit.outcome().grounds().forEach(ground -> {
            List<String> sorted = List.copyOf(new TreeSet<>(ground));
            grounds.put(sorted.toString(), sorted);
        });
        return MAPPER.writeValueAsBytes(grounds.values());
    }

    /** Puts what the working tables hold in the place of what stood of those who were looked at; gives how many rows it wrote. */
    long replace(String run, LocalDate day, Instant at) {
        jdbc.sql(SqlFiles.read("files/digitalfile/apply-findings")).update();
        jdbc.sql("analyze fresh_hit, fresh_risk").update();
        long written = 0;
        for (String statement :
                List.of("hidden-changes", "end-hits", "begin-hits", "risk-changes", "end-risks", "begin-risks")) {
            int rows = jdbc.sql(SqlFiles.read("files/digitalfile/" + statement))
                    .param("run", run)
                    .param("day", day)
                    .param("at", Timestamp.from(at))
                    .update();
            written += statement.startsWith("begin") ? rows : 0;
        }
        return written;
    }
}
