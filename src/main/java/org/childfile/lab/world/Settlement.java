package org.childfile.lab.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.childfile.kernel.Division;
import org.childfile.kernel.Divisions;

/**
 * Which townships a world has, and how many children and volunteers live in each. A small world takes few districts and
 * few of their townships, so that neighbours and namesakes meet in it; one of the first two districts is always a
 * county of the Tujia and Miao.
 */
public final class Settlement {

    static final Set<String> COUNTIES = Set.of("500114", "500240", "500241", "500242", "500243");

    private static final int CHILDREN_A_TOWN = 60;
    private static final int CHILDREN_A_DISTRICT = 400;

    /** One township's share; {@code populated} of its villages are lived in. */
    public record Share(Town town, int children, int volunteers, int populated) {}

    private Settlement() {}

    public static List<Share> of(WorldPlan plan) {
        List<Town> towns = towns(plan);
        Rng rng = Rng.of(plan.seed(), 11);
        double[] sums = new double[towns.size() + 1];
        for (int i = 0; i < towns.size(); i++) {
            sums[i + 1] = sums[i] + 0.5 + 1.5 * rng.fraction();
        }
        double all = sums[towns.size()];
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < towns.size(); i++) {
            int children = part(plan.children(), sums, i, all);
            shares.add(new Share(
                    towns.get(i),
                    children,
                    part(plan.volunteers(), sums, i, all),
                    Math.clamp(children / 20, 1, towns.get(i).villages().size())));
        }
        return shares;
    }

    private static int part(int whole, double[] sums, int i, double all) {
        return (int) (Math.round(whole * sums[i + 1] / all) - Math.round(whole * sums[i] / all));
    }

    private static List<Town> towns(WorldPlan plan) {
        Rng rng = Rng.of(plan.seed(), 10);
        Divisions divisions = Divisions.chongqing();
        List<Division> districts = shuffled(divisions.below(divisions.city().code()), rng);
        for (int i = 2; i < districts.size() && districts.stream().limit(2).noneMatch(Settlement::isCounty); i++) {
            if (isCounty(districts.get(i))) {
                districts.add(1, districts.remove(i));
            }
        }
        int count = Math.clamp(plan.children() / CHILDREN_A_DISTRICT, 2, districts.size());
        int perDistrict = Math.max(1, plan.children() / CHILDREN_A_TOWN / count);
        return districts.stream()
                .limit(count)
                .flatMap(district ->
                        shuffled(divisions.below(district.code()), rng).stream().limit(perDistrict))
                .sorted(Comparator.comparing(Division::code))
                .map(Town::of)
                .toList();
    }

    private static boolean isCounty(Division district) {
        return COUNTIES.contains(district.code());
    }

    private static List<Division> shuffled(List<Division> divisions, Rng rng) {
        List<Division> shuffled = new ArrayList<>(divisions);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = rng.below(i + 1);
            Division moved = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, moved);
        }
        return shuffled;
    }
}
