package org.childfile.lab.registers;

import java.util.Locale;
import org.childfile.lab.world.Adult;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Rng;
import org.jspecify.annotations.Nullable;

/** Writes an id number down. */
final class IdSlips {

    private IdSlips() {}

    /** Null where it is left out, or there is none. */
    static @Nullable String write(Rng rng, Slips slips, Child child, boolean underThree) {
        String id = child.id();
        boolean missing = slips.happens(rng, underThree ? Mistake.ID_MISSING_UNDER_THREE : Mistake.ID_MISSING);
        if (id == null || missing) {
            return null;
        }
        Adult parent = child.household().father();
        String parents = (parent == null || rng.chance(0.5) ? child.household().mother() : parent).id();
        return slips.happens(rng, Mistake.ID_OF_PARENT) ? parents : typed(rng, slips, id);
    }

    static String typed(Rng rng, Slips slips, String id) {
        int place = rng.between(6, 16);
        char digit = (char) ('0' + (id.charAt(place) - '0' + rng.between(1, 9)) % 10);
        if (slips.happens(rng, Mistake.ID_DIGIT_MISTYPED)) {
            return id.substring(0, place) + digit + id.substring(place + 1);
        }
        String swapped = slips.instead(rng, Mistake.ID_NEIGHBOURS_SWAPPED, () -> swapped(id, rng.between(6, 15)));
        if (swapped != null) {
            return swapped;
        }
        String form = slips.instead(rng, Mistake.ID_FORM, () -> form(rng, id));
        if (form != null) {
            return form;
        }
        return id.endsWith("X") && slips.happens(rng, Mistake.ID_LOWER_CASE_X) ? id.toLowerCase(Locale.ROOT) : id;
    }

    /** The first two unequal neighbours from a place on, swapped. */
    private static @Nullable String swapped(String id, int from) {
        for (int i = from; i < 16; i++) {
            if (id.charAt(i) != id.charAt(i + 1)) {
                return id.substring(0, i) + id.charAt(i + 1) + id.charAt(i) + id.substring(i + 2);
            }
        }
        return null;
    }

    private static String form(Rng rng, String id) {
        return switch (rng.below(3)) {
            case 0 -> PhoneForms.fullWidth(id);
            case 1 -> id.substring(0, 6) + " " + id.substring(6, 14) + " " + id.substring(14);
            default -> " " + id;
        };
    }
}
