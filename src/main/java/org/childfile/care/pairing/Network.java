package org.childfile.care.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Children and mothers of neighbouring districts as a network: a child's unit goes up from its village over township and
 * district, and down to a mother; the arcs on the way cost what the distance does. There is such a tree for every skill
 * that somebody needs, in which only the mothers stand who have it, and one in which all stand. Pairs that differ from
 * that — who is proposed already, who is known, who is barred — have arcs of their own.
 */
final class Network {

    private static final String ANY = "";

    private final LexicographicFlow flow = new LexicographicFlow();
    private final Costs costs;
    private final int levels;
    private final int classes;
    private final List<Need> needs;
    private final List<Mother> mothers;
    private final List<String> skills;
    private final Map<String, Integer> hubs = new HashMap<>();
    private final int firstMother;
    private final List<List<Integer>> out = new ArrayList<>();
    /** By the place of a need: its child's node, and the arc of who stays without. */
    private final List<Integer> children = new ArrayList<>();

    private final List<Integer> without = new ArrayList<>();
    private final int sink = flow.node();

    /**
     * @param classes how many kinds of urgency there are
     */
    Network(List<Need> needs, List<Mother> mothers, Costs costs, int classes) {
        this.needs = needs;
        this.mothers = mothers.stream().filter(mother -> mother.free() > 0).toList();
        this.costs = costs;
        this.classes = classes;
        this.levels = classes + costs.order().size();
        this.skills = Costs.skills(needs);
        this.firstMother = flow.nodes();
        this.mothers.forEach(mother -> flow.node());
        for (int i = 0; i < this.mothers.size(); i++) {
            addMother(this.mothers.get(i), firstMother + i);
        }
        List<String> townships = needs.stream()
                .filter(need -> need.place().knowsTownship())
                .map(need -> need.place().township())
                .distinct()
                .toList();
        townships.forEach(this::addNeighbours);
        needs.forEach(this::addChild);
    }

    /** The best matches: the same for the same children and mothers in the same order. */
    List<Match> solve() {
        int[] supply = new int[flow.nodes()];
        for (int child : children) {
            supply[child]++;
            supply[sink]--;
        }
        int[] units = flow.solve(supply, most());
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            if (units[without.get(i)] == 0) {
                matches.add(new Match(needs.get(i), follow(children.get(i), units)));
            }
        }
        return matches;
    }

    /** What whole flows can cost at most, by level. */
    private long[] most() {
        long pairs =
                Math.min(needs.size(), mothers.stream().mapToLong(Mother::free).sum());
        long[] most = new long[levels];
        for (Need need : needs) {
            most[need.urgency()]++;
        }
        for (Term term : costs.order()) {
            most[classes + costs.place(term)] = switch (term) {
                case STANDING ->
                    needs.stream().filter(need -> need.standing() != null).count();
                case DISTANCE -> pairs * Term.FARTHEST;
                case SKILLS, CONTINUITY -> pairs;
                case WORKLOAD ->
                    pairs * mothers.stream().mapToInt(Mother::heaviest).max().orElse(0);
            };
        }
        return most;
    }

    private void addMother(Mother mother, int node) {
        for (String layer : layers()) {
            if (layer.equals(ANY) || mother.skills().contains(layer)) {
                mother.places().forEach(place -> arc(down(layer, place.code()), node, mother.free(), free()));
            }
        }
        for (int taken = 0; taken < mother.free(); taken++) {
            arc(node, sink, 1, termCost(Term.WORKLOAD, mother.pairs() + taken));
        }
    }

    private void addNeighbours(String township) {
        for (String neighbour : costs.neighbours().of(township)) {
            if (!neighbour.startsWith(township.substring(0, 6))) {
                for (String layer : layers()) {
                    arc(
                            up(layer, township),
                            down(layer, neighbour),
                            needs.size(),
                            termCost(Term.DISTANCE, Term.FARTHEST));
                }
            }
        }
    }

    private void addChild(Need need) {
        int child = flow.node();
        children.add(child);
        without.add(arc(child, sink, 1, withoutCost(need)));
        List<Mother> barred = mothers.stream()
                .filter(mother -> need.barred().contains(mother.volunteerId()) && costs.withinReach(need, mother))
                .toList();
        for (int i = 0; i < mothers.size(); i++) {
            Mother mother = mothers.get(i);
            boolean own = need.known().contains(mother.volunteerId())
                    || mother.volunteerId().equals(need.standing());
            if ((own || !barred.isEmpty())
                    && !need.barred().contains(mother.volunteerId())
                    && costs.withinReach(need, mother)) {
                arc(child, firstMother + i, 1, pairCost(need, mother));
            }
        }
        if (barred.isEmpty()) {
            for (String layer : layers()) {
                if (layer.equals(ANY) || need.skills().contains(layer)) {
                    arc(child, up(layer, need.place().code()), 1, hubCost(need, layer));
                }
            }
        }
    }

    private List<String> layers() {
        List<String> layers = new ArrayList<>(skills);
        layers.addFirst(ANY);
        return layers;
    }

    /** The node at which ways go up from a place; made with all above it. */
    private int up(String layer, String code) {
        Integer known = hubs.get(layer + '^' + code);
        if (known != null) {
            return known;
        }
        int node = flow.node();
        hubs.put(layer + '^' + code, node);
        switch (code.length()) {
            case 12 -> {
                arc(node, down(layer, code), needs.size(), free());
                arc(node, up(layer, code.substring(0, 9)), needs.size(), free());
            }
            case 9 -> {
                arc(node, down(layer, code), needs.size(), termCost(Term.DISTANCE, 1));
                arc(node, up(layer, code.substring(0, 6)), needs.size(), free());
            }
            default -> arc(node, down(layer, code), needs.size(), termCost(Term.DISTANCE, 2));
        }
        return node;
    }

    /** The node from which ways go down to a place; made with all above it. */
    private int down(String layer, String code) {
        Integer known = hubs.get(layer + '_' + code);
        if (known != null) {
            return known;
        }
        int node = flow.node();
        hubs.put(layer + '_' + code, node);
        if (code.length() > 6) {
            arc(down(layer, code.substring(0, code.length() - 3)), node, needs.size(), free());
        }
        return node;
    }

    private Mother follow(int child, int[] units) {
        int node = child;
        while (node < firstMother || node >= firstMother + mothers.size()) {
            int next = out.get(node).stream()
                    .filter(arc -> units[arc] > 0)
                    .findFirst()
                    .orElseThrow();
            units[next]--;
            node = flow.arc(next).to();
        }
        return mothers.get(node - firstMother);
    }

    private int arc(int from, int to, int capacity, int[] cost) {
        int arc = flow.arc(from, to, capacity, cost);
        while (out.size() <= from) {
            out.add(new ArrayList<>());
        }
        out.get(from).add(arc);
        return arc;
    }

    private int[] free() {
        return new int[levels];
    }

    private int[] levelCost(int level, int cost) {
        int[] all = new int[levels];
        all[level] = cost;
        return all;
    }

    private int[] termCost(Term term, int cost) {
        return levelCost(classes + costs.place(term), cost);
    }

    /** Of who stays without. One who loses a proposal loses as much as one who is given another. */
    private int[] withoutCost(Need need) {
        int[] all = levelCost(need.urgency(), 1);
        all[classes + costs.place(Term.STANDING)] = need.standing() == null ? 0 : 1;
        return all;
    }

    /** Of an arc to one mother; her workload is counted behind her. */
    private int[] pairCost(Need need, Mother mother) {
        int[] all = new int[levels];
        int[] pair = costs.of(need, mother);
        System.arraycopy(pair, 0, all, classes, pair.length);
        all[classes + costs.place(Term.WORKLOAD)] = 0;
        return all;
    }

    /** Of an arc into a tree: of a mother who is neither proposed nor known. */
    private int[] hubCost(Need need, String layer) {
        int[] all = new int[levels];
        all[classes + costs.place(Term.STANDING)] = need.standing() == null ? 0 : 1;
        all[classes + costs.place(Term.SKILLS)] = need.skills().isEmpty() || !layer.equals(ANY) ? 0 : 1;
        all[classes + costs.place(Term.CONTINUITY)] = 1;
        return all;
    }
}
