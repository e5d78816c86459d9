package org.childfile.lab.world;

import java.util.List;

/**
 * Where someone lives.
 *
 * @param group the villagers' group, or the number on the street in a community
 * @param house 0 where none is written
 */
public record Place(Town town, Town.Village village, int group, int house) {

    private static final List<String> STREETS = Tables.lines("streets.txt");

    public static Place in(Town town, Rng rng, int populated) {
        Town.Village village = town.villages().get(rng.below(populated));
        boolean community = village.name().endsWith("社区");
        return new Place(
                town,
                village,
                community ? rng.between(1, 180) : rng.between(1, 9),
                rng.chance(0.4) ? rng.between(1, 120) : 0);
    }

    public String villageCode() {
        return village.code();
    }

    public String districtCode() {
        return town.district().code();
    }

    /** The whole address. */
    public String text() {
        return "重庆市" + town.district().name() + town.name() + village.name() + tail(0);
    }

    /** What follows the village; {@code mark} (0: none) stands before the house. */
    public String tail(int mark) {
        String between = mark == 0 ? "" : Character.toString(mark);
        if (village.name().endsWith("社区")) {
            String street = STREETS.get((village.code().hashCode() & 0xFF) % STREETS.size());
            return street + "路" + group + "号" + (house == 0 ? "" : between + (house % 30 + 1) + "-" + (house % 4 + 1));
        }
        return group + "组" + (house == 0 ? "" : between + house + "号");
    }
}
