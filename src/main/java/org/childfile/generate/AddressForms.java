package org.childfile.generate;

/** The ways in which an address is written: with and without its levels, and with the name of a township of old. */
final class AddressForms {

    private AddressForms() {}

    static String write(Dice dice, Slips slips, Place place) {
        boolean former = slips.happens(dice, Mistake.ADDRESS_FORMER_TOWNSHIP);
        String town = former ? place.town().formerName() : place.town().name();
        String district = place.town().district().name();
        String village = place.village().name();
        int form = dice.below(6);
        if (!slips.happens(dice, Mistake.ADDRESS_LEVEL_LEFT_OUT)) {
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
    static String code(Dice dice, Slips slips, Place place) {
        return slips.happens(dice, Mistake.ADDRESS_WITHOUT_VILLAGE_CODE)
                ? place.town().code() + "000"
                : place.villageCode();
    }

    private static String shortened(String district) {
        return district.endsWith("自治县") ? district.substring(0, 2) + "县" : district;
    }
}
