package org.childfile.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.childfile.kernel.SourceKey;
import org.childfile.linkage.LinkageStore.Assignment;
import org.childfile.linkage.LinkageStore.Extent;
import org.childfile.linkage.LinkageStore.Standing;
import org.childfile.mapping.Population;

/**
 * Links what changed of one population, in its caller's transaction:
 *
 * <ol>
 *   <li>The changed records are compared with all that share a block with them; their old edges go.
 *   <li>Every cluster that an old or new edge of a changed record touches is decided anew, whole, and so is every one that
 *       a verdict speaks of which a person said or undid since.
 *   <li>Clusters keep the ids of the persons they were; what moved is written to the identity log.
 * </ol>
 *
 * <p>Edges depend on two records alone and clusters on records, edges and verdicts alone, so the result is that of linking
 * everything from the start.
 */
public final class LinkageStage {

    /** Above this share of changed records all are read at once: cheaper than looking up their blocks. */
    private static final int WHOLE_ABOVE_PERCENT = 20;

    private final LinkageStore store;
    private final VerdictStore verdicts;

    public LinkageStage(DataSource dataSource) {
        this.store = new LinkageStore(dataSource);
        this.verdicts = new VerdictStore(dataSource);
    }

    /**
     * Links what changed since the last call, and what persons decided.
     *
     * @param day the day that the run stands for
     */
    public LinkageReport link(Population population, String run, LocalDate day, LongConsumer progress) {
        Extent extent = store.extent(population);
        List<Verdict> reopened = verdicts.reopened(population);
        if (extent.changed() == 0 && reopened.isEmpty()) {
            return new LinkageReport(0, 0, 0, 0, 0);
        }
        Weights weights = Weights.of(population);
        LinkRecordReader reader = new LinkRecordReader(population, day);
        List<LinkRecord> changed = new ArrayList<>();
        store.readChanged(population, record -> changed.add(reader.read(record)));
        Set<Long> changedIds = new HashSet<>();
        changed.forEach(record -> changedIds.add(record.recordId()));
        store.fill("changed", "record_id", changedIds);
        List<Long> formerNeighbours = store.formerNeighboursOfChanged();
        store.run("delete-blocks");
        store.run("delete-edges-a");
        store.run("delete-edges-b");

        List<LinkRecord> candidates = candidates(population, extent, changed, reader);
        List<Edge> fresh = new Pairs(weights, progress).edges(candidates, changedIds);
        store.replaceBlocks(changed);
        store.writeEdges(fresh);

        List<Verdict> inForce = verdicts.inForce(population);
        List<LinkRecord> affected;
        if (extent.changed() == extent.total()) {
            affected = changed;
            store.clear("affected");
            store.fill("affected", "record_id", changedIds);
        } else {
            Map<Long, LinkRecord> known = new HashMap<>();
            candidates.forEach(record -> known.put(record.recordId(), record));
            Set<Long> start = new HashSet<>(changedIds);
            start.addAll(formerNeighbours);
            fresh.forEach(edge -> {
                start.add(edge.a());
                start.add(edge.b());
            });
            affected = affected(start, reopened, inForce, known, reader);
        }
        Clusters.Decision decision = Clusters.decide(affected, store.edgesAmongAffected(), Bonds.of(inForce), weights);
        publish(population, run, day, decision);
        verdicts.close(reopened);
        return new LinkageReport(
                changed.size(),
                candidates.size(),
                fresh.size(),
                decision.persons().size(),
                decision.review().size());
    }

    private List<LinkRecord> candidates(
            Population population, Extent extent, List<LinkRecord> changed, LinkRecordReader reader) {
        if (extent.changed() == extent.total()) {
            return changed;
        }
        List<LinkRecord> candidates = new ArrayList<>();
        if (extent.changed() * 100 > extent.total() * WHOLE_ABOVE_PERCENT) {
            store.readAll(population, record -> candidates.add(reader.read(record)));
        } else {
            Blocks blocks = new Blocks();
            Set<Long> keys = new TreeSet<>();
            for (LinkRecord record : changed) {
                for (long key : blocks.of(record)) {
                    keys.add(key);
                }
            }
            store.fill("wanted_key", "key", keys);
            store.fill("affected", "record_id", List.of());
            store.run("affected-by-blocks");
            store.readAffected(record -> candidates.add(reader.read(record)));
        }
        return candidates;
    }

    /**
     * The changed records and every record whose cluster they may change, by an edge that is new or by one that is gone,
     * and the same for those that a verdict names which was said or undone.
     */
    private List<LinkRecord> affected(
            Set<Long> start,
            List<Verdict> reopened,
            List<Verdict> inForce,
            Map<Long, LinkRecord> known,
            LinkRecordReader reader) {
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
        store.nameTogether(Bonds.namedTogether(inForce).stream()
                .map(group -> group.stream()
                        .map(present::get)
                        .filter(Objects::nonNull)
                        .toList())
                .toList());
        store.clear("affected");
        store.fill("affected", "record_id", start);
        store.run("affected-by-persons");
        List<LinkRecord> affected = new ArrayList<>();
        store.readAffected(record -> {
            LinkRecord read = known.get(record.recordId());
            affected.add(read != null ? read : reader.read(record));
        });
        return affected;
    }

    private void publish(Population population, String run, LocalDate day, Clusters.Decision decision) {
        Map<Long, String> former = new HashMap<>();
        for (Standing standing : store.standingOfAffected()) {
            former.put(standing.recordId(), standing.personId());
        }
        char letter = population == Population.VOLUNTEER ? 'V' : 'C';
        List<String> ids =
                new PersonIds(letter, day, store::existing).assign(decision.persons(), former, store.coresOfAffected());
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
        store.replaceReview(decision.review(), Weights.of(population));
        store.run("linked");
    }
}
