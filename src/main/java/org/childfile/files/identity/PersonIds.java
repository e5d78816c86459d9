package org.childfile.files.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.childfile.files.identity.Core.Return;
import org.childfile.kernel.PersonId;
import org.childfile.kernel.SourceKey;

/**
 * Gives persons their ids, so that a person keeps the id while its records stay together:
 *
 * <ol>
 *   <li>When a join comes undone, the part that holds most of what a retired person was gets that person's id back, if
 *       another part holds more of what the joined person was before the join.
 *   <li>An id stays with the cluster that holds most of its former records (else the one with the first key).
 *   <li>A cluster that got no id and holds most of what a retired person was gets that id back.
 *   <li>Any other cluster gets a new id, made of its first record.
 * </ol>
 *
 * <p>Each cluster has one id and each id one cluster. Pure.
 */
final class PersonIds {

    private final char letter;
    private final LocalDate day;
    private final UnaryOperator<SourceKey> stored;
    private final UnaryOperator<Set<String>> taken;

    /**
     * Gives ids to one population.
     *
     * @param stored a key as it stands in tables; an id is made of that, because it would tell a key to whoever tries them all
     * @param taken of some ids those that were ever given before
     */
    PersonIds(char letter, LocalDate day, UnaryOperator<SourceKey> stored, UnaryOperator<Set<String>> taken) {
        this.letter = letter;
        this.day = day;
        this.stored = stored;
        this.taken = taken;
    }

    /** A cluster's claim to a former id. */
    private record Claim(int cluster, String id, int records, SourceKey first) {}

    /**
     * The id of each cluster, in their order.
     *
     * @param former by record the person that it belonged to
     * @param cores what persons were when they were last joined with others
     */
    List<String> assign(List<List<LinkRecord>> clusters, Map<Long, String> former, List<Core> cores) {
        Map<Integer, String> given = new HashMap<>();
        Set<String> used = new HashSet<>();
        List<Return> returns = Core.returns(clusters, former, cores);
        for (Return each : returns) {
            if (each.joinUndone() && !given.containsKey(each.cluster()) && used.add(each.id())) {
                given.put(each.cluster(), each.id());
            }
        }
        keep(clusters, former, given, used);
        for (Return each : returns) {
            if (!given.containsKey(each.cluster()) && used.add(each.id())) {
                given.put(each.cluster(), each.id());
            }
        }
        return complete(clusters, given, used);
    }

    private static void keep(
            List<List<LinkRecord>> clusters, Map<Long, String> former, Map<Integer, String> given, Set<String> used) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            Map<String, Integer> counts = new TreeMap<>();
            for (LinkRecord record : clusters.get(i)) {
                String id = former.get(record.recordId());
                if (id != null) {
                    counts.merge(id, 1, Integer::sum);
                }
            }
            for (Map.Entry<String, Integer> count : counts.entrySet()) {
                claims.add(new Claim(
                        i,
                        count.getKey(),
                        count.getValue(),
                        clusters.get(i).getFirst().key()));
            }
        }
        claims.sort(Comparator.comparingInt((Claim claim) -> -claim.records())
                .thenComparing(Claim::first)
                .thenComparing(Claim::id));
        for (Claim claim : claims) {
            if (!given.containsKey(claim.cluster()) && used.add(claim.id())) {
                given.put(claim.cluster(), claim.id());
            }
        }
    }

    private List<String> complete(List<List<LinkRecord>> clusters, Map<Integer, String> given, Set<String> used) {
        Set<String> wanted = new HashSet<>();
        for (int i = 0; i < clusters.size(); i++) {
            if (!given.containsKey(i)) {
                wanted.add(derived(clusters.get(i), 0));
            }
        }
        used.addAll(taken.apply(wanted));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            String id = given.get(i);
            for (int attempt = 0; id == null; attempt++) {
                String derived = derived(clusters.get(i), attempt);
                boolean free = attempt == 0 || taken.apply(Set.of(derived)).isEmpty();
                id = free && used.add(derived) ? derived : null;
            }
            ids.add(id);
        }
        return ids;
    }

    private String derived(List<LinkRecord> cluster, int attempt) {
        SourceKey founder = stored.apply(cluster.getFirst().key());
        SourceKey key = attempt == 0 ? founder : new SourceKey(founder.feed(), founder.key() + "\n" + attempt);
        return PersonId.derive(letter, day, key).value();
    }
}
