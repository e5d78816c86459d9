package org.childfile.files.setaside;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code setaside.item}. An entry is open until its stage could work on the record or person again. Every method
 * runs in its caller's transaction.
 */
public final class SetAsideStore {

    private final JdbcClient jdbc;

    public SetAsideStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Notes what a stage set aside in a run, and closes what it could work on again.
     *
     * @param stage the name of the step
     * @param lookedAt whether the stage looked at a subject in this run; the entries of others stay as they are
     */
    public void settle(String stage, String run, Collection<SetAside> failed, Predicate<String> lookedAt) {
        Set<String> still = new HashSet<>();
        failed.forEach(each -> still.add(each.subject()));
        List<String> open = jdbc.sql("select subject from setaside.item where stage = :stage and resolved is null")
                .param("stage", stage)
                .query(String.class)
                .list();
        close(
                stage,
                open.stream()
                        .filter(subject -> lookedAt.test(subject) && !still.contains(subject))
                        .toList());
        failed.forEach(each -> note(stage, run, each));
    }

    private void close(String stage, List<String> subjects) {
        if (!subjects.isEmpty()) {
            jdbc.sql("""
                            update setaside.item set resolved = now()
                            where stage = :stage and resolved is null and subject = any (:subjects)""")
                    .param("stage", stage)
                    .param("subjects", subjects.toArray(String[]::new))
                    .update();
        }
    }

    private void note(String stage, String run, SetAside aside) {
        jdbc.sql("""
                        insert into setaside.item as s (stage, subject, feed, source_key, field, reason, run_id)
                        values (:stage, :subject, :feed::text, :key::text, :field, :reason, :run)
                        on conflict (stage, subject) where resolved is null do update
                        set feed = excluded.feed, source_key = excluded.source_key, field = excluded.field,
                            reason = excluded.reason, run_id = excluded.run_id""")
                .param("stage", stage)
                .param("subject", aside.subject())
                .param("feed", aside.record() == null ? null : aside.record().feed())
                .param("key", aside.record() == null ? null : aside.record().key())
                .param("field", aside.field())
                .param("reason", aside.reason())
                .param("run", run)
                .update();
    }
}
