package org.childfile.care.duties;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.childfile.care.duties.LedgerStore.PairRow;
import org.childfile.care.duties.LedgerStore.Standing;
import org.childfile.database.CopyWriter;
import org.childfile.files.setaside.SetAsideStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code care.duty}: what every pairing owes, and how it stands.
 *
 * <p>A night computes anew what all those pairings owe that are affected: the pairing, its child's schooling or dwelling, or its
 * care records changed, or records are dated ahead. Of the others it looks at the periods only that begin or become overdue.
 * On the first night, under other rules, or for an earlier day than the ledger's, all of them are affected. The rules
 * themselves stand in {@link Duties}.
 */
public final class DutyLedger {

    private final LedgerStore store;
    private final CareRules rules;
    private final SetAsideStore aside;

    public DutyLedger(DataSource dataSource, CareRules rules) {
        this.store = new LedgerStore(dataSource);
        this.rules = rules;
        this.aside = new SetAsideStore(dataSource);
    }

    /** Brings the ledger to a run's day, and tells how many rows it wrote. Runs in its caller's transaction. */
    public long advance(String run, LocalDate day) {
        Optional<Standing> before = store.lock();
        long written = before.isEmpty() ? begin(day) : goOn(before.get(), day);
        boolean all = before.isEmpty();
        aside.settle("duties", run, store.unreadContacts(all), subject -> all || store.changed(subject));
        store.findProblems(day);
        store.stand(day, rules.silentDays(), rules.toString());
        return written;
    }

    /**
     * What changed of the ledger between the nights.
     *
     * @param written how many of its rows
     * @param children whose pairings were looked at
     */
    public record Changed(long written, Set<String> children) {}

    /**
     * Computes anew, as of a day, what those pairings owe that changed or whose persons or care records did. The ledger itself
     * stays where the last night brought it, so the next one looks at every period that turns until its own day. Runs in its
     * caller's transaction.
     *
     * @param persons ids of children and volunteers whose files changed
     * @param pairings ids of pairings that changed
     */
    public Changed change(String run, LocalDate day, Set<String> persons, Set<String> pairings) {
        if (store.lock().isEmpty()) {
            return new Changed(0, Set.of());
        }
        store.readChangedContacts();
        store.affect(persons, pairings);
        store.readAffectedPairs(rules.offRoll(), rules.preschool());
        Night night = night(day, null);
        store.copyDuties("care_staged", night::writeDuties);
        long written = store.writeStaged();
        store.replacePairs(night::writePairs);
        aside.settle("duties", run, store.unreadContacts(false), store::changed);
        store.findAffectedProblems(day);
        return new Changed(written, store.affectedChildren());
    }

    private long begin(LocalDate day) {
        store.readAllContacts();
        store.readPairs(rules.offRoll(), rules.preschool(), true);
        store.clearDuties();
        long[] written = new long[1];
        Night night = night(day, null);
        store.copyDuties("care.duty", copy -> written[0] = night.writeDuties(copy));
        store.replacePairs(night::writePairs);
        store.analyzeDuties();
        return written[0];
    }

    private long goOn(Standing before, LocalDate day) {
        boolean all = day.isBefore(before.day()) || !before.rules().equals(rules.toString());
        store.readChangedContacts();
        store.readPairs(rules.offRoll(), rules.preschool(), all);
        Night night = night(day, before.day());
        store.copyDuties("care_staged", night::writeDuties);
        long written = store.writeStaged(night.duties.oldest());
        store.replacePairs(night::writePairs);
        return written;
    }

    /** Computes anew what one pairing owes, because a person said something of it. Runs in its caller's transaction. */
    void refresh(String pairingId) {
        Standing before = store.lock().orElseThrow(() -> new IllegalStateException("there is no ledger yet"));
        store.affect(pairingId);
        goOn(before, before.day());
    }

    private Night night(LocalDate day, @Nullable LocalDate since) {
        Duties duties = new Duties(rules, day);
        store.analyzeAffected();
        List<PairRow> pairs = store.pairs();
        Map<String, Contacts> affected = store.affectedContacts(duties.earliest());
        Span turned = since == null || !since.isBefore(day) ? null : duties.turnedSince(since);
        Map<String, Contacts> others = turned == null ? Map.of() : store.contactsWithin(turned.first(), turned.last());
        return new Night(duties, day, since, turned != null, pairs, affected, others, store.marks());
    }

    /** What a night reads, and what it makes of it. */
    private record Night(
            Duties duties,
            LocalDate day,
            @Nullable LocalDate since,
            boolean turns,
            List<PairRow> pairs,
            Map<String, Contacts> affected,
            Map<String, Contacts> others,
            Map<String, List<Mark>> marks) {

        long writeDuties(CopyWriter copy) {
            long written = 0;
            for (PairRow row : pairs) {
                for (Duty duty : of(row)) {
                    copy.row()
                            .text(duty.pairingId())
                            .text(duty.kind().name())
                            .date(duty.period().first())
                            .date(duty.period().last())
                            .text(duty.state().written())
                            .timestamp(duty.doneAt())
                            .timestamp(duty.lastAt());
                    written++;
                }
            }
            return written;
        }

        private List<Duty> of(PairRow row) {
            Pair pair = row.pair();
            List<Mark> said = marks.getOrDefault(pair.pairingId(), List.of());
            if (row.affected()) {
                return duties.of(pair, affected.getOrDefault(pair.pairingId(), Contacts.NONE), said);
            }
            return since == null || !turns
                    ? List.of()
                    : duties.turnedSince(since, pair, others.getOrDefault(pair.pairingId(), Contacts.NONE), said);
        }

        void writePairs(CopyWriter copy) {
            for (PairRow row : pairs) {
                if (row.affected()) {
                    Contacts contacts = affected.getOrDefault(row.pair().pairingId(), Contacts.NONE);
                    copy.row()
                            .text(row.pair().pairingId())
                            .date(row.pair().since())
                            .date(row.pair().until())
                            .flag(row.pair().teacher())
                            .text(row.division())
                            .date(row.birthDate())
                            .timestamp(contacts.lastUntil(day))
                            .flag(contacts.anyAfter(day));
                }
            }
        }
    }
}
