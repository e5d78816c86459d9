package org.childfile.care.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;

/**
 * Proposes a caring mother for every child without one, as far as there are free places. Existing pairs stay. A proposal
 * stands until a person decides, unless another child can be covered, or a more urgent one, by changing it, or it cannot
 * be any more.
 */
public final class Proposals {

    private final ProposalStore store;
    private final MarkStore marks;
    private final BackgroundCheckStore checks;
    private final PairingRules rules;

    public Proposals(DataSource dataSource, Keyring keys, PairingRules rules) {
        this.store = new ProposalStore(dataSource, keys);
        this.marks = new MarkStore(dataSource, keys);
        this.checks = new BackgroundCheckStore(dataSource);
        this.rules = rules;
    }

    /**
     * Proposes for a day, in the caller's transaction.
     *
     * @param district only children of this district (6 digits); empty: all
     * @return how many children are without a caring mother
     */
    public Plan propose(LocalDate day, Optional<String> district) {
        Plan plan = plan(day, district);
        store.write(plan, day, district);
        if (district.isEmpty()) {
            store.settle(plan.settled());
        }
        return plan;
    }

    /** Proposes in a transaction of its own; writes nothing where it is only asked what would be proposed. */
    public Plan now(LocalDate day, Optional<String> district, boolean dryRun) {
        return store.transaction(dryRun, () -> dryRun ? plan(day, district) : propose(day, district));
    }

    private Plan plan(LocalDate day, Optional<String> district) {
        store.lock();
        store.wantRoles(rules.supporters());
        checks.want(rules);
        checks.bringTo(day);
        store.needs(day);
        marks.take();
        List<Mother> mothers = store.mothers(day, district);
        // Where one district is looked at, mothers have less room than when all are.
        return new Planner(rules)
                .plan(store.candidates(district), mothers, district.isEmpty() ? store.settled() : Map.of());
    }
}
