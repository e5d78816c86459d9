package org.childfile.lab.world;

import java.time.LocalDate;

/**
 * What world to make. The same plan makes the same bytes.
 *
 * @param children how many real children live in it, 1 to 4,000,000
 * @param volunteers how many real volunteers, 0 to 4,000,000
 * @param seed where all chance comes from
 * @param firstNight the date of night 1; night 2 is the next day
 * @param mistakes a factor for all rates: 1.0 the usual ones, 3.0 three times as many, 0 none
 * @param rates one rate a kind of mistake, before the factor
 */
public record WorldPlan(
        int children, int volunteers, long seed, LocalDate firstNight, double mistakes, Mistakes rates) {

    private static final int MOST = 4_000_000;
    private static final LocalDate USUAL_NIGHT = LocalDate.of(2026, 11, 21);

    public WorldPlan {
        if (children < 1 || children > MOST || volunteers < 0 || volunteers > MOST) {
            throw new IllegalArgumentException("a world has 1 to " + MOST + " children and 0 to " + MOST
                    + " volunteers, not " + children + " and " + volunteers);
        }
        if (!(mistakes >= 0)) {
            throw new IllegalArgumentException("mistakes is a factor of 0 or more, not " + mistakes);
        }
        if (firstNight.getYear() < 2020 || firstNight.getYear() > 2040) {
            throw new IllegalArgumentException("the first night lies in 2020 to 2040, not in " + firstNight.getYear());
        }
    }

    /** A usual world: three volunteers for ten children, night 1 on 2026-11-21, usual mistakes. */
    public static WorldPlan of(int children, long seed) {
        return new WorldPlan(children, children * 3 / 10, seed, USUAL_NIGHT, 1.0, Mistakes.usual());
    }

    public WorldPlan withVolunteers(int number) {
        return new WorldPlan(children, number, seed, firstNight, mistakes, rates);
    }

    public WorldPlan withFirstNight(LocalDate date) {
        return new WorldPlan(children, volunteers, seed, date, mistakes, rates);
    }

    public WorldPlan withMistakes(double factor) {
        return new WorldPlan(children, volunteers, seed, firstNight, factor, rates);
    }

    public WorldPlan withRates(Mistakes changed) {
        return new WorldPlan(children, volunteers, seed, firstNight, mistakes, changed);
    }

    public LocalDate secondNight() {
        return firstNight.plusDays(1);
    }
}
