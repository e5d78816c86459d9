package org.childfile.lab.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * How a family stands.
 *
 * @param fatherState what befell him, in the words of the departments; {@code 无} where nothing did
 * @param motherState the same for the mother
 * @param since when it began
 * @param allowance on subsistence allowance (低保)
 * @param extremePoverty on extreme poverty support (特困)
 * @param leftBehind the parents work far away
 * @param migrant the family lives where it is not registered
 */
public record FamilySituation(
        String fatherState,
        String motherState,
        LocalDate since,
        boolean allowance,
        boolean extremePoverty,
        boolean leftBehind,
        boolean migrant) {

    static final String NONE = "无";

    private static final Set<String> GONE = Set.of("死亡", "失踪");
    private static final List<String> UNABLE = List.of("重残", "重病", "服刑在押", "强制隔离戒毒", "被执行其他限制人身自由措施", "失联", "撤销监护资格");
    private static final Set<String> TOLD = Set.of("服刑在押", "强制隔离戒毒", "失踪", "失联", "死亡", "撤销监护资格", "被执行其他限制人身自由措施");

    static FamilySituation draw(Rng rng, LocalDate night) {
        String father = NONE;
        String mother = NONE;
        double lot = rng.fraction();
        boolean swap = rng.chance(0.35);
        String gone = rng.chance(0.85) ? "死亡" : "失踪";
        String unable = rng.chance(0.5) ? "失联" : rng.pick(UNABLE);
        String second = rng.chance(0.4) ? "失联" : rng.pick(UNABLE);
        if (lot < 0.008) {
            father = gone;
            mother = rng.chance(0.9) ? "死亡" : "失踪";
        } else if (lot < 0.022) {
            father = gone;
            mother = unable;
        } else if (lot < 0.03) {
            father = unable;
            mother = second;
        } else if (lot < 0.09) {
            father = rng.chance(0.35) ? gone : unable;
        }
        boolean poor = rng.chance(father.equals(NONE) ? 0.12 : 0.4);
        boolean extreme = GONE.contains(father) && GONE.contains(mother) && rng.chance(0.5);
        boolean migrant = rng.chance(0.07);
        return new FamilySituation(
                swap ? mother : father,
                swap ? father : mother,
                night.minusDays(rng.between(90, 2000)),
                poor,
                extreme,
                !migrant && rng.chance(0.28),
                migrant);
    }

    public boolean orphaned() {
        return GONE.contains(fatherState) && GONE.contains(motherState);
    }

    /** Both parents are in a state of 民发〔2019〕62号, and at least one of them lives. */
    public boolean withoutCare() {
        return !orphaned()
                && (UNABLE.contains(fatherState) || GONE.contains(fatherState))
                && (UNABLE.contains(motherState) || GONE.contains(motherState));
    }

    /** Whether political-legal has something to tell about a parent. */
    public boolean told() {
        return TOLD.contains(fatherState) || TOLD.contains(motherState);
    }

    /** As political-legal knows it. */
    public FamilySituation asTold() {
        return new FamilySituation(
                toldState(fatherState), toldState(motherState), since, allowance, extremePoverty, leftBehind, migrant);
    }

    /** A parent's state as political-legal writes it. */
    public static String toldState(String state) {
        return TOLD.contains(state) ? state : NONE;
    }

    static boolean cares(String state) {
        return state.equals(NONE) || state.equals("重病");
    }
}
