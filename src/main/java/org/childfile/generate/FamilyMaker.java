package org.childfile.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.childfile.kernel.Sex;
import org.jspecify.annotations.Nullable;

/** Makes one family after the other: its household and its children, twins among them. */
final class FamilyMaker {

    private static final double TWINS = 0.015;
    private static final int CERTIFICATE_SALT = 5;

    private final long seed;
    private final LocalDate night;
    private final double notRegistered;
    private final IdNumbers ids;
    private final HouseholdMaker households;
    private int families;
    private int children;
    private int twins;

    FamilyMaker(WorldPlan plan, Mistakes rates, IdNumbers ids) {
        this.seed = plan.seed();
        this.night = plan.firstNight();
        this.notRegistered = rates.rate(Mistake.BIRTH_NOT_REGISTERED);
        this.ids = ids;
        this.households = new HouseholdMaker(night, ids);
    }

    /** The children of the next family that lives in a town, at most {@code room} of them. */
    List<Child> next(Settlement.Share share, int room) {
        Dice dice = Dice.of(seed, 20, ++families);
        int births = dice.chance(0.45) ? 1 : dice.chance(0.76) ? 2 : 3;
        LocalDate born = night.minusDays(dice.below(18 * 365));
        Household household = households.make(dice, families, share, born);
        List<Child> made = new ArrayList<>();
        for (int birth = 0; birth < births && made.size() < room && !born.isAfter(night); birth++) {
            boolean two = dice.chance(TWINS) && made.size() + 2 <= room;
            int twinGroup = two ? ++twins : 0;
            made.add(child(dice, household, born, twinGroup, sibling(made, dice, 0.4)));
            if (two) {
                made.add(child(dice, household, born, twinGroup, sibling(made, dice, 0.75)));
            }
            born = born.plusDays(dice.between(400, 2600));
        }
        return made;
    }

    private static @Nullable Name sibling(List<Child> made, Dice dice, double sharing) {
        boolean shares = dice.chance(sharing);
        return made.isEmpty() || !shares ? null : made.getLast().name();
    }

    private Child child(Dice dice, Household household, LocalDate born, int twinGroup, @Nullable Name shared) {
        int index = ++children;
        Sex sex = dice.chance(0.525) ? Sex.MALE : Sex.FEMALE;
        String group = household.ethnicGroup();
        Adult father = household.father();
        Name parent = father == null || dice.chance(0.05) ? household.mother().name() : father.name();
        Name name = shared == null
                ? PersonNames.child(dice, group, parent, sex)
                : PersonNames.sharing(dice, group, shared, sex);
        Name former = dice.chance(0.03) ? PersonNames.child(dice, group, parent, sex) : null;
        boolean young = born.isAfter(night.minusYears(3));
        boolean registered = !dice.chance(young ? notRegistered : notRegistered / 30);
        String number = ids.next(household.registered().districtCode(), born, sex);
        Condition condition = Condition.draw(dice, born, night, registered ? number : "");
        Child child = new Child(
                index,
                household,
                name,
                former,
                sex,
                born,
                registered ? number : null,
                (char) ('H' + Math.floorMod(born.getYear() - 2000, 18)) + Digits.shuffled(index, CERTIFICATE_SALT),
                twinGroup,
                Schooling.draw(dice, born, night, household.home().town()),
                condition,
                wrongs(dice, household),
                dice.chance(0.94) ? 1 : dice.chance(0.6) ? 2 : 4,
                Child.Roster.NEVER);
        return child.on(roster(dice, child));
    }

    private static Child.Roster roster(Dice dice, Child child) {
        double lot = dice.fraction();
        if (child.difficulties().isEmpty()) {
            double on = child.household().standing().leftBehind() ? 0.07 : 0;
            return lot < on ? Child.Roster.ON : lot > 0.992 ? Child.Roster.LEFT : Child.Roster.NEVER;
        }
        return lot < 0.92 ? Child.Roster.ON : lot < 0.95 ? Child.Roster.LEFT : Child.Roster.NEVER;
    }

    private static List<String> wrongs(Dice dice, Household household) {
        List<String> wrongs = new ArrayList<>();
        boolean strained = household.standing().told();
        addIf(wrongs, dice.chance(0.0004), "33");
        addIf(wrongs, dice.chance(strained ? 0.2 : 0.015), "41");
        addIf(wrongs, dice.chance(strained ? 0.05 : 0.008), "42");
        addIf(wrongs, dice.chance(0.004), "51");
        return List.copyOf(wrongs);
    }

    private static void addIf(List<String> kinds, boolean holds, String kind) {
        if (holds) {
            kinds.add(kind);
        }
    }
}
