package org.childfile.lab.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.childfile.kernel.Division;
import org.childfile.kernel.Divisions;
import org.jspecify.annotations.Nullable;

/** Makes the grown-ups of a family, their home and how they stand. */
public final class HouseholdMaker {

    /** Districts beyond the city's border that many mothers come from, in Sichuan, Hubei and Guizhou. */
    private static final List<String> BEYOND = List.of("511602", "511722", "511623", "422802", "422801", "520324");

    private static final List<Division> TOWNSHIPS = Divisions.chongqing().all().stream()
            .filter(division -> division.level() == Division.Level.TOWNSHIP)
            .sorted(Comparator.comparing(Division::code))
            .toList();

    private static final List<String> PREFIXES = List.of("35", "38", "39", "50", "58", "77", "86", "99");
    private static final double LAND_LINE = 0.03;
    private static final double SINGLE = 0.09;

    /** How often a family's former number now belongs to the neighbours. */
    private static final double HANDED_ON = 0.1;

    private final LocalDate night;
    private final IdNumbers ids;
    private String lastPhone = "";

    /** What decides the names and the numbers of a family's grown-ups. */
    private record Origin(String group, Town town, String district) {}

    HouseholdMaker(LocalDate night, IdNumbers ids) {
        this.night = night;
        this.ids = ids;
    }

    /** A family whose first child was born on {@code first}. */
    Household make(Rng rng, int number, Settlement.Share share, LocalDate first) {
        FamilySituation standing = FamilySituation.draw(rng, night);
        Place home = Place.in(share.town(), rng, share.populated());
        Place registered = registered(rng, share, home, standing);
        Origin origin = new Origin(group(rng, share.town()), share.town(), registered.districtCode());
        Adult mother = mother(rng, origin, first);
        LocalDate born = mother.born().minusDays(rng.between(-400, 6 * 365));
        Adult husband = adult(Kin.FATHER, name(rng, origin, Kin.FATHER), born, origin);
        boolean unknown = standing.fatherState().equals(FamilySituation.NONE) && rng.chance(0.01);
        Adult father = unknown ? null : husband;
        List<Adult> carers = parentsAtHome(rng, standing, father, mother);
        if (carers.isEmpty() || rng.chance(0.25)) {
            boolean maternal = unknown || rng.chance(0.2);
            carers.addAll(maternal ? mothersParents(rng, origin, mother) : fathersParents(rng, origin, husband));
        }
        String phone = rng.chance(LAND_LINE) ? share.town().landLine(rng) : mobile(rng);
        String former = rng.chance(HANDED_ON) && !lastPhone.isEmpty() ? lastPhone : mobile(rng);
        lastPhone = phone;
        return new Household(
                number,
                father,
                mother,
                rng.pick(carers),
                List.copyOf(carers),
                phone,
                former,
                home,
                registered,
                origin.group(),
                standing);
    }

    public static String mobile(Rng rng) {
        return "1" + rng.pick(PREFIXES) + Digits.pad(rng.below(100_000_000), 8);
    }

    private static List<Adult> parentsAtHome(Rng rng, FamilySituation standing, @Nullable Adult father, Adult mother) {
        boolean single = rng.chance(SINGLE);
        boolean withMother = rng.chance(0.6);
        List<Adult> home = new ArrayList<>();
        if (standing.leftBehind()) {
            return home;
        }
        if (father != null && FamilySituation.cares(standing.fatherState()) && !(single && withMother)) {
            home.add(father);
        }
        if (FamilySituation.cares(standing.motherState()) && !(single && !home.isEmpty())) {
            home.add(mother);
        }
        return home;
    }

    private List<Adult> fathersParents(Rng rng, Origin origin, Adult father) {
        return elders(rng, origin, father, Kin.PATERNAL_GRANDFATHER, Kin.PATERNAL_GRANDMOTHER);
    }

    private List<Adult> mothersParents(Rng rng, Origin origin, Adult mother) {
        return elders(rng, origin, mother, Kin.MATERNAL_GRANDFATHER, Kin.MATERNAL_GRANDMOTHER);
    }

    /** One or both grandparents, and seldom another relative with them. */
    private List<Adult> elders(Rng rng, Origin origin, Adult parent, Kin grandfather, Kin grandmother) {
        List<Adult> elders = new ArrayList<>();
        LocalDate born = parent.born().minusDays(rng.between(21 * 366, 30 * 365));
        boolean widow = rng.chance(0.3);
        if (!widow) {
            Name own = name(rng, origin, grandfather);
            Name name = own.dotted() ? own : Name.han(parent.name().first(), own.second());
            elders.add(adult(grandfather, name, born, origin));
        }
        if (widow || rng.chance(0.8)) {
            LocalDate hers = born.plusDays(rng.between(0, 2000));
            elders.add(adult(grandmother, name(rng, origin, grandmother), hers, origin));
        }
        if (rng.chance(0.04)) {
            LocalDate hers = parent.born().plusDays(rng.between(-3000, 1500));
            elders.add(adult(Kin.RELATIVE, name(rng, origin, Kin.RELATIVE), hers, origin));
        }
        return elders;
    }

    private Adult mother(Rng rng, Origin origin, LocalDate first) {
        LocalDate born = first.minusDays(rng.between(19 * 366, 36 * 365));
        String district = rng.chance(0.85) ? origin.district() : rng.pick(BEYOND);
        Origin hers = new Origin(origin.group(), origin.town(), district);
        return adult(Kin.MOTHER, name(rng, hers, Kin.MOTHER), born, hers);
    }

    private Adult adult(Kin kin, Name name, LocalDate born, Origin origin) {
        return new Adult(kin, name, born, ids.next(origin.district(), born, kin.sex));
    }

    private static Name name(Rng rng, Origin origin, Kin kin) {
        Names.Generation generation = switch (kin) {
            case FATHER, MOTHER, RELATIVE -> Names.Generation.PARENT;
            default -> Names.Generation.GRANDPARENT;
        };
        return PersonNames.grownUp(rng, origin.group(), origin.town(), kin.sex, generation);
    }

    private static Place registered(Rng rng, Settlement.Share share, Place home, FamilySituation standing) {
        if (standing.migrant()) {
            Town other = Town.of(rng.pick(TOWNSHIPS));
            return Place.in(other, rng, other.villages().size());
        }
        return rng.chance(0.12) ? Place.in(share.town(), rng, share.populated()) : home;
    }

    private static String group(Rng rng, Town town) {
        if (rng.chance(0.004)) {
            return rng.chance(0.5) ? PersonNames.UYGUR : PersonNames.YI;
        }
        if (rng.chance(town.inCounty() ? 0.6 : 0.03)) {
            return town.countyGroup(rng);
        }
        return rng.chance(0.004) ? rng.pick(List.of("03", "08", "11", "12", "14")) : "01";
    }
}
