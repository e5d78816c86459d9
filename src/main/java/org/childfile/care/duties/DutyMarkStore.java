package org.childfile.care.duties;

import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What persons say of single duties. It takes effect at once, and is never deleted. */
public final class DutyMarkStore {

    private final JdbcClient jdbc;
    private final Keyring keys;
    private final TransactionTemplate transaction;
    private final DutyLedger ledger;

    public DutyMarkStore(DataSource dataSource, CareRules rules, Keyring keys) {
        this.keys = keys;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.ledger = new DutyLedger(dataSource, rules);
    }

    /** What became of a mark. */
    public sealed interface Outcome {
        /**
         * It is kept.
         *
         * @param state how the duty stands now; empty where nothing is owed on that day, or not yet
         */
        record Said(long number, String state) implements Outcome {}

        /** No pairing of this number is or was in force. */
        record NoSuchPairing() implements Outcome {}

        /** Before the first night nothing is owed. */
        record NoLedger() implements Outcome {}
    }

    /** Says that she was there and nobody at home, or that a duty is excused: the one whose period a day lies in. */
    public Outcome say(String pairingId, DutyKind kind, LocalDate day, boolean excused, String reason, String actor) {
        return say(pairingId, new Mark(kind, day, excused), reason, actor);
    }

    Outcome say(String pairingId, Mark mark, String reason, String actor) {
        return transaction.execute(status -> {
            if (!exists("select exists (select from care.ledger)", "")) {
                return new Outcome.NoLedger();
            }
            if (!exists("select exists (select from care.pair where pairing_id = :pairing)", pairingId)) {
                return new Outcome.NoSuchPairing();
            }
            long number = jdbc.sql("""
                            insert into care.mark (pairing_id, kind, day, mark, reason, actor)
                            values (:pairing, :kind, :day, :mark, :reason, :actor) returning mark_id""")
                    .param("pairing", pairingId)
                    .param("kind", mark.kind().name())
                    .param("day", mark.day())
                    .param("mark", mark.excused() ? "excused" : "attempted")
                    .param("reason", sealed(pairingId, reason))
                    .param("actor", actor)
                    .query(Long.class)
                    .single();
            ledger.refresh(pairingId);
            return new Outcome.Said(number, state(pairingId, mark));
        });
    }

    /** Takes a mark back; false where there is none of this number, or it was taken back before. */
    public boolean undo(long number, String reason, String actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<String> of = jdbc.sql("select pairing_id from care.mark where mark_id = :number")
                    .param("number", number)
                    .query(String.class)
                    .optional();
            if (of.isEmpty()) {
                return false;
            }
            Optional<String> pairing = jdbc.sql("""
                            with undone as (
                                insert into care.mark_undone (mark_id, reason, actor)
                                select mark_id, :reason, :actor from care.mark where mark_id = :number
                                on conflict (mark_id) do nothing
                                returning mark_id)
                            select m.pairing_id from undone u join care.mark m on m.mark_id = u.mark_id""")
                    .param("number", number)
                    .param("reason", sealed(of.get(), reason))
                    .param("actor", actor)
                    .query(String.class)
                    .optional();
            pairing.ifPresent(ledger::refresh);
            return pairing.isPresent();
        }));
    }

    /** Why somebody says so, which may hold whatever befell the child. */
    private String sealed(String pairing, String reason) {
        return keys.texts().of(Subject.pairing(pairing)).seal("reason", reason);
    }

    private boolean exists(String sql, String pairingId) {
        return jdbc.sql(sql).param("pairing", pairingId).query(Boolean.class).single();
    }

    private String state(String pairingId, Mark mark) {
        return jdbc.sql("""
                        select state from care.duty
                        where pairing_id = :pairing and kind = :kind and :day between period_start and period_end""")
                .param("pairing", pairingId)
                .param("kind", mark.kind().name())
                .param("day", mark.day())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
