package org.childfile.files.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.ShortDigest;
import org.childfile.files.identity.LinkageStore.Assignment;
import org.childfile.files.identity.LinkageStore.Extent;
import org.childfile.files.identity.LinkageStore.Standing;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.SourceKey;
import org.childfile.linkage.matching.BlockKeys;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.model.DecisionThresholds;
import org.childfile.linkage.model.LinkModel;

/**
 * Links what changed of one population, in its caller's transaction:
 *
 * <ol>
 *   <li>A value that too many records hold by now is no evidence; whoever holds one that became so, or no longer is, has
 *       changed, too.
 *   <li>The changed records are compared with all that share a block with them; their old edges go.
 *   <li>Every cluster that an old or new edge of a changed record touches is decided anew, whole, and so is every one that
 *       a verdict speaks of which a person said or undid since.
 *   <li>Clusters keep the ids of the persons they were; what moved is written to the identity log.
 * </ol>
 *
 * <p>Edges depend on two records and on what too many hold alone, and clusters on records, edges and verdicts alone, so the result is that of linking
 * everything from the start.
 */
public final class LinkageStage {

    /** Above this share of changed records all are read at once: cheaper than looking up their blocks. */
    private static final int WHOLE_ABOVE_PERCENT = 20;

    /** As many as the machine has processors; {@code -XX:ActiveProcessorCount} gives the program fewer. */
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final LinkageStore store;
    private final BlockStore blocks;
    private final ValueStore values;
    private final VerdictStore verdicts;
    private final LinkageModels models;
    private final Keyring keys;

    public LinkageStage(DataSource dataSource, Keyring keys, LinkageModels models) {
        this.keys = keys;
        this.store = new LinkageStore(dataSource, keys);
        this.blocks = new BlockStore(dataSource);
        this.values = new ValueStore(dataSource, keys.numbers());
        this.verdicts = new VerdictStore(dataSource, keys);
        this.models = models;
    }

    /**
     * Links what changed since the last call, and what persons decided. After a change of the model that is everything.
     *
     * @param day the day that the run stands for
     */
    public LinkageReport link(Population population, String run, LocalDate day, LongConsumer progress) {
        LinkModel model = models.of(population);
        if (store.otherModel(population, model.digest())) {
            store.changeAll(population, run);
        }
        Extent extent = store.extent(population, 100 / WHOLE_ABOVE_PERCENT);
        List<VerdictStore.Reopened> marks = verdicts.reopened(population);
        List<Verdict> reopened =
                marks.stream().map(VerdictStore.Reopened::verdict).toList();
        if (extent.changed() == 0 && reopened.isEmpty()) {
            return new LinkageReport(0, 0, 0, 0, 0);
        }
        boolean whole = extent.changed() == extent.total();
        boolean all = whole || extent.changed() * 100 > extent.total() * WHOLE_ABOVE_PERCENT;
        store.begin();
        store.change(population);
        LinkTable told = all ? readAll(population, model) : readChanged(population, model);
        boolean spread = keepValues(told, whole);
        List<Long> changed = store.changed();
        List<Long> formerNeighbours = store.formerNeighboursOfChanged();
        List.of("delete-blocks", "delete-block-keys", "delete-edges-a", "delete-edges-b")
                .forEach(store::run);

        LinkTable candidates =
                all ? told : candidates(population, model, spread ? readChanged(population, model) : told);
        BitSet fresh = candidates.rows(changed);
        Matcher matcher = Matcher.of(model.uncapped(), candidates.people(), THREADS);
        Edges edges = edges(matcher, fresh, progress);
        blocks.keep(candidates, fresh, keys.numbers(), blocks.empty());
        store.writeEdges(candidates, edges);

        List<Verdict> inForce = verdicts.inForce(population);
        LinkTable affected = candidates;
        if (whole) {
            store.clear("affected");
            store.fill("affected", "record_id", changed);
        } else {
            Set<Long> start = new HashSet<>(changed);
            start.addAll(formerNeighbours);
            for (int i = 0; i < edges.size(); i++) {
                start.add(candidates.records().get(edges.lower(i)).recordId());
                start.add(candidates.records().get(edges.upper(i)).recordId());
            }
            findAffected(start, reopened, inForce);
            affected = readAffected(population, model);
        }
        Matcher across = whole ? matcher : Matcher.of(model.uncapped(), affected.people(), THREADS);
        Edges among = store.edgesAmongAffected(affected);
        PersonClustering.Persons persons =
                PersonClustering.decide(affected, among, VerdictConstraints.of(inForce), across);
        publish(population, run, day, persons);
        verdicts.close(marks);
        return new LinkageReport(
                changed.size(),
                candidates.records().size(),
                edges.size(),
                persons.persons().size(),
                persons.review().size());
    }

    /** The edges between rows of which at least one is fresh. */
    static Edges edges(Matcher matcher, BitSet fresh, LongConsumer progress) {
        DecisionThresholds decision = matcher.model().decision();
        return matcher.compare(fresh, decision.reviewBits(), decision.joinBits(), progress);
    }

    private LinkTable readAll(Population population, LinkModel model) {
        return LinkTable.of(model, population, records -> store.readAll(population, records));
    }

    /** With all values, too common or not: they only serve to find who holds them, and who shares a block. */
    private LinkTable readChanged(Population population, LinkModel model) {
        return LinkTable.of(model, population, key -> false, store::readChanged);
    }

    private LinkTable readAffected(Population population, LinkModel model) {
        return LinkTable.of(model, population, values.commonAmongAffected(), store::readAffected);
    }

    /** Keeps the values of the changed records; whether other records changed by it. */
    private boolean keepValues(LinkTable told, boolean whole) {
        if (whole) {
            values.keepAll(told);
            return false;
        }
        return values.keep(told, told.rows(store.changed())) > 0;
    }

    private LinkTable candidates(Population population, LinkModel model, LinkTable changed) {
        BlockKeys blockKeys = changed.blockKeys();
        ShortDigest digest = keys.numbers();
        Set<Long> wanted = new TreeSet<>();
        for (int row = 0; row < changed.records().size(); row++) {
            for (long key : blockKeys.of(row)) {
                wanted.add(digest.of(key));
            }
        }
        store.fill("wanted_key", "key", wanted);
        store.fill("affected", "record_id", List.of());
        store.run("affected-by-blocks");
        return readAffected(population, model);
    }

    /**
     * The changed records and every record whose cluster they may change, by an edge that is new or by one that is gone,
     * and the same for those that a verdict names which was said or undone.
     */
    private void findAffected(Set<Long> start, List<Verdict> reopened, List<Verdict> inForce) {
        Set<SourceKey> named = new HashSet<>();
        Stream.concat(reopened.stream(), inForce.stream()).forEach(verdict -> {
            named.add(verdict.a());
            named.add(verdict.b());
        });
        Map<SourceKey, Long> present = verdicts.present(named);
        for (Verdict verdict : reopened) {
            Stream.of(verdict.a(), verdict.b())
                    .map(present::get)
                    .filter(Objects::nonNull)
                    .forEach(start::add);
        }
        store.nameTogether(VerdictConstraints.namedTogether(inForce).stream()
                .map(group -> group.stream()
                        .map(present::get)
                        .filter(Objects::nonNull)
                        .toList())
                .toList());
        store.clear("affected");
        store.fill("affected", "record_id", start);
        store.run("affected-by-persons");
    }

    private void publish(Population population, String run, LocalDate day, PersonClustering.Persons decision) {
        Map<Long, String> former = new HashMap<>();
        for (Standing standing : store.standingOfAffected()) {
            former.put(standing.recordId(), standing.personId());
        }
        char letter = population == Population.VOLUNTEER ? 'V' : 'C';
        List<String> ids = new PersonIds(letter, day, keys.tokens()::stored, store::existing)
                .assign(decision.persons(), former, store.coresOfAffected());
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            for (LinkRecord record : decision.persons().get(i)) {
                assignments.add(new Assignment(
                        record.recordId(), ids.get(i), decision.weight(record), decision.byPerson(record)));
            }
        }
        store.writeAssignments(assignments);
        for (String statement : List.of("persons", "identity-changes", "touched", "retire", "revive")) {
            store.publish(statement, population, run);
        }
        for (String statement : List.of("joining", "forget-core", "core")) {
            store.run(statement);
        }
        store.publish("memberships", population, run);
        store.replaceReview(decision.review(), models.of(population).decision());
        store.run("linked");
    }
}
