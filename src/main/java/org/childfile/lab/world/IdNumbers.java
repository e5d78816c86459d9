package org.childfile.lab.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.childfile.kernel.CitizenId;
import org.childfile.kernel.Sex;

/**
 * Gives out valid citizen id numbers, each once: it counts how many a division has given for a day. Twins that are
 * numbered one after the other get neighbouring order numbers.
 */
public final class IdNumbers {

    private static final LocalDate FIRST_DAY = LocalDate.of(1920, 1, 1);
    private static final int DAYS = 366 * 125;
    private static final int ORDERS = 499;

    private final long seed;
    private final Map<String, short[]> given = new HashMap<>();

    public IdNumbers(long seed) {
        this.seed = seed;
    }

    /** The next number for someone registered in a district (its code of today) soon after birth. */
    public String next(String district, LocalDate born, Sex sex) {
        String division = FormerCodes.at(district, born);
        short[] counts = given.computeIfAbsent(division, any -> new short[DAYS]);
        int day = (int) ChronoUnit.DAYS.between(FIRST_DAY, born);
        int count = counts[day]++;
        if (count >= ORDERS) {
            throw new IllegalStateException("division " + division + " has no order number left for " + born);
        }
        int start = Rng.of(seed, Integer.parseInt(division), day).below(ORDERS);
        int order = 2 * ((start + count) % ORDERS + 1) + (sex == Sex.MALE ? 1 : 0);
        String number = division + Day.basic(Day.of(born)) + Digits.pad(order, 3);
        return number + CitizenId.checkCharacter(number);
    }
}
