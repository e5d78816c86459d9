package org.childfile.lab.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.childfile.kernel.Sex;

/** Makes one family after the other: its household and its children, twins among them. */
public final class FamilyMaker {

    private static final double TWINS = 0.015;
    private static final int CERTIFICATE_SALT = 5;
    private static final int MOST_TRIES = 20;

    private final long seed;
    private final LocalDate night;
    private final double notRegistered;
    private final Tally tally;
    private final IdNumbers ids;
    private final HouseholdMaker households;
    private int families;
    private int children;
    private int twins;

    public FamilyMaker(WorldPlan plan, IdNumbers ids, Tally tally) {
        this.seed = plan.seed();
        this.night = plan.firstNight();
        this.notRegistered = plan.rates().scaled(plan.mistakes()).rate(Mistake.BIRTH_NOT_REGISTERED);
        this.tally = tally;
        this.ids = ids;
        this.households = new HouseholdMaker(night, ids);
    }

    /** The children of the next family that lives in a town, at most {@code room} of them. */
    public List<Child> next(Settlement.Share share, int room) {
        Rng rng = Rng.of(seed, 20, ++families);
        int births = rng.chance(0.45) ? 1 : rng.chance(0.76) ? 2 : 3;
        LocalDate born = night.minusDays(rng.below(18 * 365));
        Household household = households.make(rng, families, share, born);
        List<Child> made = new ArrayList<>();
        for (int birth = 0; birth < births && made.size() < room && !born.isAfter(night); birth++) {
            boolean two = rng.chance(TWINS) && made.size() + 2 <= room;
            int twinGroup = two ? ++twins : 0;
            made.add(child(rng, household, born, twinGroup, made, 0.4));
            if (two) {
                made.add(child(rng, household, born, twinGroup, made, 0.75));
            }
            born = born.plusDays(rng.between(400, 2600));
        }
        return made;
    }

    /** A name that no brother or sister has, sometimes with a character of the last one's. */
    private static Name name(Rng rng, String group, Name parent, Sex sex, List<Child> siblings, boolean shares) {
        Name name = PersonNames.child(rng, group, parent, sex);
        if (siblings.isEmpty()) {
            return name;
        }
        Name last = siblings.getLast().name();
        for (int i = 0; i < MOST_TRIES; i++) {
            Name candidate = shares ? PersonNames.sharing(rng, group, last, sex) : name;
            if (siblings.stream().noneMatch(sibling -> sibling.name().equals(candidate))) {
                return candidate;
            }
            name = PersonNames.child(rng, group, parent, sex);
        }
        return name;
    }

    private Child child(
            Rng rng, Household household, LocalDate born, int twinGroup, List<Child> siblings, double sharing) {
        int index = ++children;
        Sex sex = rng.chance(0.525) ? Sex.MALE : Sex.FEMALE;
        String group = household.ethnicGroup();
        Adult father = household.father();
        boolean mothersName = rng.chance(0.05) && !household.mother().name().dotted();
        Name parent = father == null || mothersName ? household.mother().name() : father.name();
        Name name = name(rng, group, parent, sex, siblings, rng.chance(sharing));
        Name former = rng.chance(0.03) ? PersonNames.child(rng, group, parent, sex) : null;
        boolean young = born.isAfter(night.minusYears(3));
        boolean registered = !rng.chance(young ? notRegistered : notRegistered / 30);
        if (!registered) {
            tally.mistake(Mistake.BIRTH_NOT_REGISTERED);
        }
        String number = ids.next(household.registered().districtCode(), born, sex);
        HealthCondition condition = HealthCondition.draw(rng, born, night, registered ? number : "");
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
                Schooling.draw(rng, born, night, household.home().town()),
                condition,
                wrongs(rng, household),
                rng.chance(0.94) ? 1 : rng.chance(0.6) ? 2 : 4,
                Child.Roster.NEVER);
        return child.on(roster(rng, child));
    }

    private static Child.Roster roster(Rng rng, Child child) {
        double lot = rng.fraction();
        if (child.difficulties().isEmpty()) {
            double on = child.household().standing().leftBehind() ? 0.07 : 0;
            return lot < on ? Child.Roster.ON : lot > 0.992 ? Child.Roster.LEFT : Child.Roster.NEVER;
        }
        return lot < 0.92 ? Child.Roster.ON : lot < 0.95 ? Child.Roster.LEFT : Child.Roster.NEVER;
    }

    private static List<String> wrongs(Rng rng, Household household) {
        List<String> wrongs = new ArrayList<>();
        boolean strained = household.standing().told();
        addIf(wrongs, rng.chance(0.0004), "33");
        addIf(wrongs, rng.chance(strained ? 0.2 : 0.015), "41");
        addIf(wrongs, rng.chance(strained ? 0.05 : 0.008), "42");
        addIf(wrongs, rng.chance(0.004), "51");
        return List.copyOf(wrongs);
    }

    private static void addIf(List<String> kinds, boolean holds, String kind) {
        if (holds) {
            kinds.add(kind);
        }
    }
}
