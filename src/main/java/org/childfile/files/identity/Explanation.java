package org.childfile.files.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why two records are, or are not, one person.
 *
 * @param prior bits before anything was compared
 * @param contributions each comparison that said something, in order, without the prior
 * @param total bits, the prior included
 * @param join from here on rules say that they are one person
 * @param review from here on a person is asked
 * @param veto why rules never join them, whatever the total; empty where nothing forbids it; of a pair that the model leaves to
 *     a person (then the outcome is a question) why
 * @param verdict what a person said; null where nobody did
 * @param outcome what follows for the two of them; their clusters may still be joined or kept apart by other records
 */
public record Explanation(
        double prior,
        List<Contribution> contributions,
        double total,
        double join,
        double review,
        String veto,
        @Nullable Verdict verdict,
        Outcome outcome) {

    /**
     * What one comparison says.
     *
     * @param level how far the two agree
     * @param bits for one person if positive, against if negative, 0 for a value that too many records hold
     */
    public record Contribution(String comparison, String level, double bits) {}

    /** What follows. */
    public enum Outcome {
        SAID_SAME,
        SAID_DIFFERENT,
        VETO,
        JOIN,
        REVIEW,
        APART
    }

    public Explanation {
        contributions = List.copyOf(contributions);
    }

    /** What an engine found, and what a person may have said above it. */
    static Explanation of(
            double prior,
            List<Contribution> contributions,
            double total,
            double join,
            double review,
            String veto,
            String left,
            @Nullable Verdict verdict) {
        Outcome outcome;
        if (verdict != null) {
            outcome = verdict.kind() == Verdict.Kind.SAME ? Outcome.SAID_SAME : Outcome.SAID_DIFFERENT;
        } else if (!veto.isEmpty()) {
            outcome = Outcome.VETO;
        } else {
            boolean free = left.isEmpty() && total >= join;
            outcome = free ? Outcome.JOIN : total >= review ? Outcome.REVIEW : Outcome.APART;
        }
        return new Explanation(
                prior, contributions, total, join, review, veto.isEmpty() ? left : veto, verdict, outcome);
    }
}
