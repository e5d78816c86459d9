package org.childfile.care.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Cities whose children are made at random and counted one by one, so that all sums hold as they do in a real one. */
final class MadeCity {

    private MadeCity() {}

    static Cells of(long seed, int districts, int townships, int mostChildren) {
        Random random = new Random(seed);
        Map<String, long[][]> counts = new HashMap<>();
        for (int d = 1; d <= districts; d++) {
            int parts = random.nextInt(townships + 1);
            for (int t = 0; t <= parts; t++) {
                String code = t == 0 ? "5001%02d".formatted(d) : "5001%02d%03d".formatted(d, t);
                // Few live where only the district is known.
                int children = random.nextInt(t == 0 && parts > 0 ? 1 + mostChildren / 20 : mostChildren);
                for (int c = 0; c < children; c++) {
                    child(random, code, counts);
                }
            }
        }
        List<Tally> tallies = new ArrayList<>();
        counts.forEach((code, levels) -> tallies.add(new Tally(code, levels)));
        return new Cells(tallies);
    }

    private static void child(Random random, String code, Map<String, long[][]> counts) {
        boolean roster = random.nextInt(10) > 1;
        boolean hidden = !roster && random.nextInt(3) > 0;
        boolean covered = random.nextInt(3) > 0 || !roster && !hidden;
        int band = random.nextInt(100) == 0 ? 0 : 1 + random.nextInt(3);
        boolean[] counted = {
            roster,
            hidden,
            covered,
            (roster || hidden) && !covered,
            covered && random.nextInt(5) == 0,
            covered && random.nextInt(5) == 0,
            random.nextInt(6) == 0
        };
        List<String> within = code.length() == 9
                ? List.of(code, code.substring(0, 6), code.substring(0, 2))
                : List.of(code, code.substring(0, 2));
        for (String division : within) {
            long[][] levels = counts.computeIfAbsent(division, each -> new long[Cells.LEVELS][Cells.MEASURES]);
            for (int m = 0; m < Cells.MEASURES; m++) {
                levels[0][m] += counted[m] ? 1 : 0;
                if (band > 0) {
                    levels[band][m] += counted[m] ? 1 : 0;
                }
            }
        }
    }
}
