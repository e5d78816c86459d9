package org.childfile.files.identity;

import java.util.List;
import java.util.Random;

/** Records of a town so small that children are mistaken for each other all the time: twins, lost characters, slips. */
final class SmallTown {

    /** The twins of each family, how their names look when a character is lost, and a homophone. */
    private static final List<List<String>> GIVEN =
            List.of(List.of("子涵", "雨涵", "?涵", "紫涵"), List.of("子轩", "子豪", "子?", "紫轩"), List.of("浩然", "浩宇", "浩?", "皓然"));

    private static final List<String> BIRTHS =
            List.of("2015-03-07", "2015-07-03", "2015-01-17", "2015-01-01", "2016-03-07");

    private SmallTown() {}

    /** One record, as {@link Told} reads it. */
    static String record(Random random) {
        int family = random.nextInt(9);
        int child = random.nextInt(4);
        StringBuilder told = new StringBuilder("name ")
                .append(random.nextInt(10) == 0 ? "李" : "张")
                .append(GIVEN.get(family % 3).get(child));
        if (random.nextInt(10) > 0) {
            told.append("; birth ").append(BIRTHS.get(random.nextInt(4) == 0 ? random.nextInt(5) : family % 5));
        }
        if (random.nextInt(3) > 0) {
            told.append("; home 50010100100").append(family);
        }
        if (random.nextInt(2) == 0) {
            told.append("; father 张").append("伟军强勇杰涛超明刚".charAt(family));
        }
        if (random.nextInt(3) == 0) {
            told.append("; mother 李").append("芳丽敏静艳娟霞燕玲".charAt(family));
        }
        if (random.nextInt(4) == 0) {
            told.append("; tel 1380000000").append(family);
        }
        if (random.nextInt(3) == 0 && child < 2) {
            told.append("; id 500101201503070").append(family).append(child);
        } else if (random.nextInt(8) == 0) {
            told.append("; id? 500101201503070").append(family).append(child).append(random.nextInt(10));
        }
        if (random.nextInt(5) == 0) {
            told.append("; sex ").append(1 + random.nextInt(2));
        }
        return told.toString();
    }
}
