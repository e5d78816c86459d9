package org.childfile.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.childfile.kernel.Division;
import org.childfile.kernel.Divisions;

/** Makes the grown-ups of a family, their home and how they stand. */
final class HouseholdMaker {

    /** Districts beyond the city's border that many mothers come from, in Sichuan, Hubei and Guizhou. */
    private static final List<String> BEYOND = List.of("511602", "511722", "511623", "422802", "422801", "520324");

    private static final List<Division> TOWNSHIPS = Divisions.chongqing().all().stream()
            .filter(division -> division.level() == Division.Level.TOWNSHIP)
            .sorted(Comparator.comparing(Division::code))
            .toList();

    private final LocalDate night;
    private final IdNumbers ids;

    HouseholdMaker(LocalDate night, IdNumbers ids) {
        this.night = night;
        this.ids = ids;
    }

    /** A family whose first child was born on {@code first}. */
    Household make(Dice dice, int number, Settlement.Share share, LocalDate first) {
        Town town = share.town();
        Standing standing = Standing.draw(dice, night);
        Place home = Place.in(town, dice, share.populated());
        Place registered = registered(dice, share, home, standing);
        String group = group(dice, town);
        LocalDate motherBorn = first.minusDays(dice.between(19 * 366, 36 * 365));
        LocalDate fatherBorn = motherBorn.minusDays(dice.between(-400, 6 * 365));
        String motherDistrict = dice.chance(0.85) ? registered.districtCode() : dice.pick(BEYOND);
        Adult mother = adult(Kin.MOTHER, name(dice, group, town, Kin.MOTHER), motherBorn, motherDistrict);
        Name fatherName = name(dice, group, town, Kin.FATHER);
        boolean unknown = standing.fatherState().equals(Standing.NONE) && dice.chance(0.01);
        Adult father = unknown ? null : adult(Kin.FATHER, fatherName, fatherBorn, registered.districtCode());
        boolean alone = dice.chance(0.09);
        List<Adult> carers = new ArrayList<>();
        if (!standing.leftBehind()) {
            if (father != null && Standing.cares(standing.fatherState()) && !(alone && dice.chance(0.4))) {
                carers.add(father);
            }
            if (Standing.cares(standing.motherState()) && !(alone && !carers.isEmpty())) {
                carers.add(mother);
            }
        }
        if (carers.isEmpty() || dice.chance(0.25)) {
            addElders(dice, carers, fatherName, fatherBorn, motherBorn, mother.name(), group, registered);
        }
        return new Household(
                number,
                father,
                mother,
                dice.pick(carers),
                List.copyOf(carers),
                mobile(dice),
                mobile(dice),
                home,
                registered,
                group,
                standing);
    }

    static String mobile(Dice dice) {
        return "1" + dice.pick(List.of("35", "38", "39", "50", "58", "77", "86", "99"))
                + Digits.pad(dice.below(100_000_000), 8);
    }

    private void addElders(
            Dice dice,
            List<Adult> carers,
            Name fatherName,
            LocalDate fatherBorn,
            LocalDate motherBorn,
            Name motherName,
            String group,
            Place registered) {
        boolean maternal = dice.chance(0.2);
        LocalDate born = (maternal ? motherBorn : fatherBorn).minusDays(dice.between(21 * 366, 30 * 365));
        Kin grandfather = maternal ? Kin.MATERNAL_GRANDFATHER : Kin.PATERNAL_GRANDFATHER;
        Kin grandmother = maternal ? Kin.MATERNAL_GRANDMOTHER : Kin.PATERNAL_GRANDMOTHER;
        Name line = maternal ? motherName : fatherName;
        boolean widow = dice.chance(0.3);
        String district = registered.districtCode();
        if (!widow) {
            Name own = name(dice, group, registered.town(), grandfather);
            Name name = own.dotted() ? own : Name.han(line.first(), own.second());
            carers.add(adult(grandfather, name, born, district));
        }
        if (widow || dice.chance(0.8)) {
            LocalDate hers = born.plusDays(dice.between(0, 2000));
            carers.add(adult(grandmother, name(dice, group, registered.town(), grandmother), hers, district));
        }
        if (dice.chance(0.04)) {
            LocalDate hers = motherBorn.plusDays(dice.between(-3000, 1500));
            carers.add(adult(Kin.RELATIVE, name(dice, group, registered.town(), Kin.RELATIVE), hers, district));
        }
    }

    private Adult adult(Kin kin, Name name, LocalDate born, String district) {
        return new Adult(kin, name, born, ids.next(district, born, kin.sex));
    }

    private static Name name(Dice dice, String group, Town town, Kin kin) {
        Names.Generation generation = switch (kin) {
            case FATHER, MOTHER, RELATIVE -> Names.Generation.PARENT;
            default -> Names.Generation.GRANDPARENT;
        };
        return PersonNames.grownUp(dice, group, town, kin.sex, generation);
    }

    private static Place registered(Dice dice, Settlement.Share share, Place home, Standing standing) {
        if (standing.migrant()) {
            Town other = Town.of(dice.pick(TOWNSHIPS));
            return Place.in(other, dice, other.villages().size());
        }
        return dice.chance(0.12) ? Place.in(share.town(), dice, share.populated()) : home;
    }

    private static String group(Dice dice, Town town) {
        if (dice.chance(0.004)) {
            return dice.chance(0.5) ? PersonNames.UYGUR : PersonNames.YI;
        }
        if (dice.chance(town.inCounty() ? 0.6 : 0.03)) {
            return town.countyGroup(dice);
        }
        return dice.chance(0.004) ? dice.pick(List.of("03", "08", "11", "12", "14")) : "01";
    }
}
