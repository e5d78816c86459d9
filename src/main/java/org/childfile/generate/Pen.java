package org.childfile.generate;

import java.time.LocalDate;
import java.util.List;
import org.childfile.kernel.Sex;
import org.jspecify.annotations.Nullable;

/**
 * How one department writes about one child. Every aspect has its own chance, so writing again after the child moved
 * changes the address and nothing else, slips included.
 */
final class Pen {

    private static final int NAME = 1;
    private static final int ID = 2;
    private static final int BIRTH = 3;
    private static final int SEX = 4;
    private static final int ADDRESS = 5;
    private static final int CODE = 6;
    private static final int GUARDIAN = 7;
    private static final int PHONE = 8;
    private static final int OTHER = 9;
    private static final int EXCEL = 10;

    private final long seed;
    private final Slips slips;
    private final LocalDate night;

    Pen(long seed, Slips slips, LocalDate night) {
        this.seed = seed;
        this.slips = slips;
        this.night = night;
    }

    /** The same pen, whose slips are not counted once more. */
    Pen uncounted() {
        return new Pen(seed, slips.uncounted(), night);
    }

    String name(Child child) {
        return NameSlips.write(dice(NAME), slips, child);
    }

    @Nullable
    String id(Child child) {
        return IdSlips.write(dice(ID), slips, child, false);
    }

    /** As {@link #id}, but of most of the youngest there is none. */
    @Nullable
    String idOfTheYoung(Child child) {
        return IdSlips.write(dice(ID), slips, child, child.born().isAfter(night.minusYears(3)));
    }

    int birth(Child child) {
        return BirthSlips.write(dice(BIRTH), slips, child.born());
    }

    Sex sex(Child child) {
        boolean wrong = slips.happens(dice(SEX), Mistake.SEX_WRONG);
        return wrong == (child.sex() == Sex.MALE) ? Sex.FEMALE : Sex.MALE;
    }

    /** Where the child lives, or now and then where it is registered. */
    Place home(Child child) {
        Household household = child.household();
        boolean differs = !household.home().equals(household.registered());
        return differs && slips.happens(dice(ADDRESS), Mistake.ADDRESS_REGISTERED)
                ? household.registered()
                : household.home();
    }

    String address(Place place) {
        return AddressForms.write(dice(ADDRESS + 100), slips, place);
    }

    String code(Place place) {
        return AddressForms.code(dice(CODE), slips, place);
    }

    Adult guardian(Child child) {
        Dice dice = dice(GUARDIAN);
        List<Adult> carers = child.household().carers();
        Adult other = carers.get(dice.below(carers.size()));
        return carers.size() > 1 && slips.happens(dice, Mistake.GUARDIAN_DIFFERS)
                ? other
                : child.household().guardian();
    }

    String phone(Child child) {
        Dice dice = dice(PHONE);
        Household household = child.household();
        boolean former = slips.happens(dice, Mistake.PHONE_FORMER);
        return PhoneForms.write(dice, slips, former ? household.formerPhone() : household.phone());
    }

    /** The same, but for a boarder sometimes the school's own. */
    String phoneAtSchool(Child child) {
        Schooling schooling = child.schooling();
        Dice dice = dice(PHONE + 100);
        return schooling != null && schooling.mode().equals("住校") && slips.happens(dice, Mistake.PHONE_OF_SCHOOL)
                ? PhoneForms.write(dice, slips, schooling.phone())
                : phone(child);
    }

    /** The chance for what is no slip. */
    Dice other() {
        return dice(OTHER);
    }

    /** Whether Excel ate something; each kind has its own chance. */
    boolean eaten(Mistake kind) {
        return slips.happens(dice(EXCEL + kind.name().hashCode()), kind);
    }

    private Dice dice(int aspect) {
        return Dice.of(seed, aspect);
    }
}
