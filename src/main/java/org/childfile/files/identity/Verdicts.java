package org.childfile.files.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.files.identity.Verdict.Kind;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.SourceKey;

/**
 * What persons decide about pairs of records. A verdict is in force at once and takes effect with the next link step, in
 * which the persons of its records are decided anew. Nothing is ever changed or deleted.
 */
public final class Verdicts {

    private final VerdictStore store;

    public Verdicts(DataSource dataSource, Keyring keys) {
        this.store = new VerdictStore(dataSource, keys);
    }

    /** What became of a verdict that was to be said. */
    public sealed interface Outcome {

        /** It is in force. */
        record Said(Verdict verdict) implements Outcome {}

        /** The same was said of the two before; nothing was written. */
        record SaidBefore(Verdict verdict) implements Outcome {}

        /** The opposite is in force; it must be undone first. Nothing was written. */
        record Contradicts(Verdict verdict) implements Outcome {}

        /** Neither record was ever seen. */
        record NoSuchRecord(SourceKey key) implements Outcome {}

        /** The two are one record, or no records of persons of one kind. */
        record NotComparable() implements Outcome {}
    }

    /**
     * Says of two records that they are one person, or two.
     *
     * @param actor who says so
     */
    public Outcome say(Kind kind, SourceKey one, SourceKey other, String actor, String reason) {
        SourceKey a = one.compareTo(other) <= 0 ? one : other;
        SourceKey b = a.equals(one) ? other : one;
        List<Population> populations = Stream.of(store.population(a), store.population(b))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (populations.isEmpty()) {
            return new Outcome.NoSuchRecord(one);
        }
        Population population = populations.getFirst();
        boolean persons = population == Population.CHILD || population == Population.VOLUNTEER;
        if (a.equals(b) || populations.size() > 1 || !persons) {
            return new Outcome.NotComparable();
        }
        Optional<Verdict> said = store.say(population, kind, a, b, actor, reason);
        return said.<Outcome>map(Outcome.Said::new).orElseGet(() -> standing(kind, a, b));
    }

    private Outcome standing(Kind kind, SourceKey a, SourceKey b) {
        Verdict standing = store.inForce(a, b)
                .orElseThrow(() -> new IllegalStateException("a verdict was undone meanwhile; say it again"));
        return standing.kind() == kind ? new Outcome.SaidBefore(standing) : new Outcome.Contradicts(standing);
    }

    /** Takes a verdict back; empty where there is none of that number in force. */
    public Optional<Verdict> undo(long number, String actor, String reason) {
        return store.undo(number, actor, reason);
    }

    /** Says anew what a verdict in force said on other data, or its opposite; empty where it is in force no more. */
    public Optional<Verdict> sayAgain(Verdict said, Kind kind, String actor, String reason) {
        return store.sayAgain(said, kind, actor, reason);
    }

    public Optional<Verdict> find(long number) {
        return store.find(number);
    }

    /** The verdict in force about two records, in either order. */
    public Optional<Verdict> about(SourceKey one, SourceKey other) {
        return one.compareTo(other) <= 0 ? store.inForce(one, other) : store.inForce(other, one);
    }

    /** The latest first, the undone ones too. */
    public List<Verdict> latest(int limit) {
        return store.latest(limit);
    }

    /** Verdicts in force that were said on other data than there are now, the latest first. */
    public List<Verdict> changed(int limit) {
        return store.changed(limit);
    }

    /** Verdicts in force that others said and that a reviewer was not asked about yet, oldest first. */
    public List<Verdict> toSecond(String actor, int limit) {
        return store.toSecond(actor, limit);
    }

    /** Keeps what a second reviewer says of a decided pair; false where the reviewer has said so before, or decided it. */
    public boolean second(long number, Kind kind, String actor, String reason) {
        return store.second(number, kind, actor, reason);
    }

    /** How far second reviewers agreed with the first. */
    public ReviewerAgreement agreement() {
        return ReviewerAgreement.of(store.opinions());
    }
}
