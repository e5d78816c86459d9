package org.childfile.linkage;

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
import org.childfile.kernel.SourceKey;
import org.childfile.linkage.LinkageStore.Assignment;
import org.childfile.linkage.LinkageStore.Extent;
import org.childfile.linkage.LinkageStore.Standing;
import org.childfile.mapping.Population;
import org.childfile.matching.BlockKeys;
import org.childfile.matching.Decision;
import org.childfile.matching.Edges;
import org.childfile.matching.LinkModel;
import org.childfile.matching.Matcher;
import org.childfile.privacy.Keyring;
import org.childfile.privacy.ShortDigest;

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

    private static final int THREADS = 2;

    private final LinkageStore store;
    private final BlockStore blocks;
    private final VerdictStore verdicts;
    private final LinkageModels models;
    private final Keyring keys;

    public LinkageStage(DataSource dataSource, Keyring keys, LinkageModels models) {
        this.keys = keys;
        this.store = new LinkageStore(dataSource, keys);
        this.blocks = new BlockStore(dataSource);
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
        Extent extent = store.extent(population);
        List<Verdict> reopened = verdicts.reopened(population);
        if (extent.changed() == 0 && reopened.isEmpty()) {
            return new LinkageReport(0, 0, 0, 0, 0);
        }
        boolean whole = extent.changed() == extent.total();
        LinkTable changed = LinkTable.of(model, population, records -> store.readChanged(population, records));
        store.fill("changed", "record_id", ids(changed));
        List<Long> formerNeighbours = store.formerNeighboursOfChanged();
        List.of("delete-blocks", "delete-block-keys", "delete-edges-a", "delete-edges-b")
                .forEach(store::run);

        LinkTable candidates = whole ? changed : candidates(population, model, extent, changed);
        BitSet fresh = new BitSet();
        changed.records().forEach(record -> fresh.set(candidates.row(record.recordId())));
        Matcher matcher = Matcher.of(model.uncapped(), candidates.people(), THREADS);
        List<Edge> edges = edges(matcher, candidates, fresh, progress);
        blocks.keep(candidates, fresh, keys.numbers(), blocks.empty());
        store.writeEdges(edges);

        List<Verdict> inForce = verdicts.inForce(population);
        LinkTable affected = candidates;
        if (whole) {
            store.clear("affected");
            store.fill("affected", "record_id", ids(changed));
        } else {
            Set<Long> start = new HashSet<>(ids(changed));
            start.addAll(formerNeighbours);
            edges.forEach(edge -> {
                start.add(edge.a());
                start.add(edge.b());
            });
            findAffected(start, reopened, inForce);
            affected = LinkTable.of(model, population, store::readAffected);
        }
        Matcher across = whole ? matcher : Matcher.of(model.uncapped(), affected.people(), THREADS);
        Clusters.Persons persons = Clusters.decide(affected, store.edgesAmongAffected(), Bonds.of(inForce), across);
        publish(population, run, day, persons);
        verdicts.close(reopened);
        return new LinkageReport(
                changed.records().size(),
                candidates.records().size(),
                edges.size(),
                persons.persons().size(),
                persons.review().size());
    }

    private static List<Long> ids(LinkTable table) {
        return table.records().stream().map(LinkRecord::recordId).toList();
    }

    /** The edges between rows of which at least one is fresh. */
    static List<Edge> edges(Matcher matcher, LinkTable table, BitSet fresh, LongConsumer progress) {
        Decision decision = matcher.model().decision();
        Matcher.Found found = matcher.compare(fresh, decision.reviewBits(), decision.joinBits(), progress);
        List<Edge> edges = new ArrayList<>();
        found.edges().list().forEach(edge -> edges.add(edge(table, edge, false)));
        found.barred().list().forEach(edge -> edges.add(edge(table, edge, true)));
        return edges;
    }

    private static Edge edge(LinkTable table, Edges.Edge edge, boolean barred) {
        long a = table.records().get(edge.lower()).recordId();
        long b = table.records().get(edge.upper()).recordId();
        return new Edge(Math.min(a, b), Math.max(a, b), edge.weight(), barred);
    }

    private LinkTable candidates(Population population, LinkModel model, Extent extent, LinkTable changed) {
        if (extent.changed() * 100 > extent.total() * WHOLE_ABOVE_PERCENT) {
            return LinkTable.of(model, population, records -> store.readAll(population, records));
        }
        BlockKeys blockKeys = new BlockKeys(changed.people());
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
        return LinkTable.of(model, population, store::readAffected);
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
        store.nameTogether(Bonds.namedTogether(inForce).stream()
                .map(group -> group.stream()
                        .map(present::get)
                        .filter(Objects::nonNull)
                        .toList())
                .toList());
        store.clear("affected");
        store.fill("affected", "record_id", start);
        store.run("affected-by-persons");
    }

    private void publish(Population population, String run, LocalDate day, Clusters.Persons decision) {
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
