package org.childfile.care.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.childfile.files.setaside.SetAside;
import org.childfile.kernel.CityTime;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The tables of the ledger. Every method runs in its caller's transaction.
 *
 * <p>Over 250 lines, because a night and what comes between nights bring the same tables forward.
 */
final class LedgerStore {

    private static final int FETCH = 10_000;

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    LedgerStore(DataSource dataSource) {
        this.dataSource = dataSource;
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH);
        this.jdbc = JdbcClient.create(template);
    }

    /** Where the ledger stands, and by which rules. */
    record Standing(LocalDate day, String rules) {}

    /** Locks the ledger for the transaction, and tells where it stands; empty before the first night. */
    Optional<Standing> lock() {
        jdbc.sql("lock table care.ledger in exclusive mode").update();
        run("work-tables");
        return jdbc.sql("select day, rules from care.ledger")
                .query(Standing.class)
                .optional();
    }

    void stand(LocalDate day, int silentDays, String rules) {
        jdbc.sql("""
                        insert into care.ledger (day, silent_days, rules) values (:day, :silent, :rules)
                        on conflict (one) do update
                        set day = excluded.day, silent_days = excluded.silent_days, rules = excluded.rules""")
                .param("day", day)
                .param("silent", silentDays)
                .param("rules", rules)
                .update();
    }

    /** Takes in all care records. */
    void readAllContacts() {
        jdbc.sql("delete from mapping.changed_record where population = 'care'").update();
        jdbc.sql("delete from care.contact").update();
        run("first-contacts");
        jdbc.sql("analyze care.contact").update();
    }

    /** Takes in what changed of the care records; their pairings are affected. */
    void readChangedContacts() {
        run("changed-contacts");
    }

    /** The care records that can be no contact: of all, or of those that changed. */
    List<SetAside> unreadContacts(boolean all) {
        return jdbc.sql(SqlFiles.read("care/duties/unread-contacts"))
                .param("all", all)
                .query((row, number) -> SetAside.of(
                        new SourceKey(row.getString("feed"), row.getString("source_key")),
                        row.getString("field"),
                        row.getString("flaw")))
                .list();
    }

    /** Whether a record, as the subject of something set aside, is one of those that changed. */
    boolean changed(String subject) {
        return jdbc.sql("""
                        select exists (select from care_changed x join mapping.source_record r using (record_id)
                                       where r.feed || ' ' || r.source_key = :subject)""").param("subject", subject).query(Boolean.class).single();
    }

    /** Finds the pairings that count now; those that changed, or all of them, are affected. */
    void readPairs(List<String> offRoll, List<String> preschool, boolean all) {
        readPairs("", offRoll, preschool);
        jdbc.sql(SqlFiles.read("care/duties/changed-pairs")).param("all", all).update();
    }

    private void readPairs(String which, List<String> offRoll, List<String> preschool) {
        jdbc.sql(SqlFiles.read("care/duties/pairs"))
                .param("off_roll", offRoll.toArray(String[]::new))
                .param("preschool", preschool.toArray(String[]::new))
                .param("which", which)
                .update();
    }

    /** The pairings of these persons, and these, are affected. */
    void affect(Collection<String> persons, Collection<String> pairings) {
        jdbc.sql(SqlFiles.read("care/duties/affected-pairs"))
                .param("persons", persons.toArray(String[]::new))
                .param("pairings", pairings.toArray(String[]::new))
                .update();
    }

    /** Finds those of the affected pairings that count now. */
    void readAffectedPairs(List<String> offRoll, List<String> preschool) {
        analyzeAffected();
        readPairs("affected", offRoll, preschool);
    }

    /** The children whose pairings are affected, those too of pairings that count no more. */
    Set<String> affectedChildren() {
        return new HashSet<>(jdbc.sql("""
                        select distinct p.child_id from pairing.pairing p
                        where p.child_id is not null and p.pairing_id in (select pairing_id from care_affected)""").query(String.class).list());
    }

    void affect(String pairingId) {
        jdbc.sql("insert into care_affected (pairing_id) values (:pairing)")
                .param("pairing", pairingId)
                .update();
    }

    /** Plans by what is affected now; it may be nothing or all. */
    void analyzeAffected() {
        jdbc.sql("analyze care_affected").update();
    }

    /** A pairing that counts now, with where its child lives and when it was born. */
    record PairRow(Pair pair, String division, @Nullable LocalDate birthDate, boolean affected) {}

    List<PairRow> pairs() {
        return jdbc.sql("""
                        select n.pairing_id, n.since, n.until, n.teacher, n.division, n.birth_date,
                               n.pairing_id in (select pairing_id from care_affected) as affected
                        from care_now n
                        order by n.pairing_id collate "C\"""")
                .query((row, number) -> {
                    String division = row.getString("division");
                    return new PairRow(
                            new Pair(
                                    row.getString("pairing_id"),
                                    row.getObject("since", LocalDate.class),
                                    row.getObject("until", LocalDate.class),
                                    row.getBoolean("teacher"),
                                    division.length() < 6 ? "" : division.substring(0, 6)),
                            division,
                            row.getObject("birth_date", LocalDate.class),
                            row.getBoolean("affected"));
                })
                .list();
    }

    /** The contacts of the affected pairings since a day. */
    Map<String, Contacts> affectedContacts(LocalDate since) {
        return contacts("c.at >= :from and c.pairing_id in (select pairing_id from care_affected)", since, since);
    }

    /** The contacts of all pairings from one day to another. */
    Map<String, Contacts> contactsWithin(LocalDate from, LocalDate to) {
        return contacts("c.at >= :from and c.at < :to", from, to.plusDays(1));
    }

    private Map<String, Contacts> contacts(String which, LocalDate from, LocalDate to) {
        Map<String, Contacts> contacts = new HashMap<>();
        jdbc.sql("select c.pairing_id, c.kind, c.at from care.contact c where " + which)
                .param("from", Timestamp.from(start(from)))
                .param("to", Timestamp.from(start(to)))
                .query(row -> {
                    contacts.computeIfAbsent(row.getString(1), each -> new Contacts())
                            .add(
                                    DutyKind.valueOf(row.getString(2)),
                                    row.getTimestamp(3).toInstant());
                });
        return contacts;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(CityTime.ZONE).toInstant();
    }

    /** The marks that hold, by pairing, in the order in which they were made. */
    Map<String, List<Mark>> marks() {
        Map<String, List<Mark>> marks = new HashMap<>();
        jdbc.sql("""
                        select m.pairing_id, m.kind, m.day, m.mark from care.mark m
                        where not exists (select from care.mark_undone u where u.mark_id = m.mark_id)
                        order by m.mark_id""").query(row -> {
            marks.computeIfAbsent(row.getString("pairing_id"), each -> new ArrayList<>())
                    .add(new Mark(
                            DutyKind.valueOf(row.getString("kind")),
                            row.getObject("day", LocalDate.class),
                            row.getString("mark").equals("excused")));
        });
        return marks;
    }

    /** Rows of a table by COPY, until the writer is closed. */
    interface Rows {
        void write(CopyWriter copy);
    }

    void copyDuties(String table, Rows rows) {
        copy(rows, table, "pairing_id", "kind", "period_start", "period_end", "state", "done_at", "last_at");
    }

    /** Puts these in the place of what is kept of the affected pairings. */
    void replacePairs(Rows rows) {
        jdbc.sql("delete from care.pair where pairing_id in (select pairing_id from care_affected)")
                .update();
        copy(
                rows,
                "care.pair",
                "pairing_id",
                "since",
                "until",
                "teacher",
                "division",
                "birth_date",
                "last_contact",
                "ahead");
    }

    private void copy(Rows rows, String table, String... columns) {
        try (CopyWriter copy = CopyWriter.into(DataSourceUtils.getConnection(dataSource), table, columns)) {
            rows.write(copy);
            copy.finish();
        }
    }

    void clearDuties() {
        jdbc.sql("delete from care.duty").update();
    }

    void analyzeDuties() {
        jdbc.sql("analyze care.duty").update();
        jdbc.sql("analyze care.pair").update();
    }

    /** Brings the ledger to what is staged, and tells how many rows were written. */
    long writeStaged(LocalDate oldest) {
        long old = jdbc.sql(SqlFiles.read("care/duties/old-duties"))
                .param("oldest", oldest)
                .update();
        return old + writeStaged();
    }

    /** The same, without a look at what is too old to be kept. */
    long writeStaged() {
        jdbc.sql("analyze care_staged").update();
        return (long) run("prune-duties") + run("write-duties");
    }

    /** Finds the care records that fit no pairing in force. */
    void findProblems(LocalDate day) {
        findProblems("", day);
    }

    /** The same, of the affected pairings alone. */
    void findAffectedProblems(LocalDate day) {
        findProblems("affected", day);
    }

    private void findProblems(String which, LocalDate day) {
        for (String statement : List.of("find-problems", "forget-problems", "problems")) {
            jdbc.sql(SqlFiles.read("care/duties/" + statement))
                    .param("which", which)
                    .param("day", day)
                    .update();
            if (statement.equals("find-problems")) {
                // They are few; nobody would guess that.
                jdbc.sql("analyze care_found").update();
            }
        }
    }

    private int run(String statement) {
        return jdbc.sql(SqlFiles.read("care/duties/" + statement)).update();
    }
}
