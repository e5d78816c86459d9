package org.childfile.lab.world;

import java.util.ArrayList;
import java.util.List;
import org.childfile.kernel.Division;
import org.childfile.kernel.Divisions;

/**
 * A township or street with its villages and schools. All of it follows from the code, so a town is the same in every
 * world.
 */
public record Town(Division division, Division district, List<Village> villages) {

    /** A village or community, with its code of 12 digits. */
    public record Village(String code, String name) {}

    private static final int VILLAGES = 8;
    private static final List<String> VILLAGE_NAMES = Tables.lines("villages.txt");

    static Town of(Division division) {
        Division district = Divisions.chongqing()
                .find(division.parent())
                .orElseThrow(() -> new IllegalArgumentException("township without a district: " + division.code()));
        Rng rng = Rng.of(Long.parseLong(division.code()), 1);
        List<String> names = new ArrayList<>(VILLAGE_NAMES);
        boolean urban = division.name().endsWith("街道");
        List<Village> villages = new ArrayList<>();
        for (int i = 0; i < VILLAGES; i++) {
            boolean community = urban || i == 0;
            String name = names.remove(rng.below(names.size())) + (community ? "社区" : "村");
            villages.add(new Village(division.code() + (community ? "00" : "20") + i, name));
        }
        return new Town(division, district, List.copyOf(villages));
    }

    public String code() {
        return division.code();
    }

    public String name() {
        return division.name();
    }

    /** Whether it lies in one of the counties of the Tujia and Miao (黔江 included, which was one until 2000). */
    public boolean inCounty() {
        return Settlement.COUNTIES.contains(district.code());
    }

    /** The name that the township had before a merger, as people still write it. */
    public String formerName() {
        return VILLAGE_NAMES.get(Rng.of(Long.parseLong(code()), 2).below(VILLAGE_NAMES.size())) + "乡";
    }

    /** The ethnic group of its county, as a code of GB/T 3304: Miao in 彭水, else Tujia, and in 秀山 and 酉阳 both. */
    String countyGroup(Rng rng) {
        return switch (district.code()) {
            case "500243" -> rng.chance(0.7) ? "06" : "15";
            case "500241", "500242" -> rng.chance(0.3) ? "06" : "15";
            default -> "15";
        };
    }

    /** A land line of this district, of eight digits after 023. */
    String landLine(Rng rng) {
        return "023" + (4 + rng.below(4)) + Digits.pad(rng.below(10_000_000), 7);
    }
}
