package org.childfile.lab.registers;

import java.time.LocalDate;
import org.childfile.lab.world.FormerCodes;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Place;
import org.childfile.lab.world.Rng;

/** The ways in which an address is written: with and without its levels, and with the name of a township of old. */
final class AddressForms {

    private AddressForms() {}

    static String write(Rng rng, Slips slips, Place place) {
        boolean former = slips.happens(rng, Mistake.ADDRESS_FORMER_TOWNSHIP);
        String town = former ? place.town().formerName() : place.town().name();
        String district = place.town().district().name();
        String village = place.village().name();
        int form = rng.below(6);
        if (!slips.happens(rng, Mistake.ADDRESS_LEVEL_LEFT_OUT)) {
            return "重庆市" + district + town + village + place.tail(0);
        }
        return switch (form) {
            case 0 -> district + town + village + place.tail(0);
            case 1 -> town + village + place.tail(0);
            case 2 -> "重庆市" + shortened(district) + town + village;
            case 3 -> "重庆" + shortened(district) + village + place.tail(0);
            case 4 -> "重庆市" + district + town + village + place.tail(',');
            default -> district + town + " " + village + place.tail(' ');
        };
    }

    /** The code of 12 digits, or of the township only, where the village was given by name. */
    static String code(Rng rng, Slips slips, Place place) {
        return slips.happens(rng, Mistake.ADDRESS_WITHOUT_VILLAGE_CODE)
                ? place.town().code() + "000"
                : place.villageCode();
    }

    /** The district's code, or the one that it had when the child was born. */
    static String district(Rng rng, Slips slips, Place place, LocalDate born) {
        String code = place.districtCode();
        String then = FormerCodes.at(code, born);
        return !then.equals(code) && slips.happens(rng, Mistake.ADDRESS_FORMER_CODE) ? then : code;
    }

    private static String shortened(String district) {
        return district.endsWith("自治县") ? district.substring(0, 2) + "县" : district;
    }
}
