package org.childfile.lab.registers;

import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Rng;

/** The ways in which people write numbers. */
final class PhoneForms {

    private PhoneForms() {}

    static String write(Rng rng, Slips slips, String phone) {
        return slips.happens(rng, Mistake.PHONE_FORM) ? otherwise(rng, phone) : phone;
    }

    private static String otherwise(Rng rng, String phone) {
        if (phone.startsWith("0")) {
            return phone.substring(0, 3) + "-" + phone.substring(3);
        }
        return switch (rng.below(4)) {
            case 0 -> "+86" + phone;
            case 1 -> "+86 " + phone;
            case 2 -> phone.substring(0, 3) + " " + phone.substring(3, 7) + " " + phone.substring(7);
            default -> phone.substring(0, 3) + "-" + phone.substring(3, 7) + "-" + phone.substring(7);
        };
    }

    /** Every ASCII character but the blank in its full-width form. */
    static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append(c > ' ' && c < 127 ? (char) (c + 0xFEE0) : (char) c));
        return wide.toString();
    }
}
