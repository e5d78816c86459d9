package org.childfile.lab.registers;

import java.time.LocalDate;
import java.util.List;
import org.childfile.kernel.Sex;
import org.childfile.lab.world.Adult;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Household;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Place;
import org.childfile.lab.world.Rng;
import org.childfile.lab.world.Schooling;
import org.jspecify.annotations.Nullable;

/**
 * How one department writes about one child. Every aspect has its own chance, so writing again after the child moved
 * changes the address and nothing else, slips included.
 */
final class RecordWriter {

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
    private static final int DISTRICT = 11;

    private final long seed;
    private final Slips slips;
    private final LocalDate night;

    RecordWriter(long seed, Slips slips, LocalDate night) {
        this.seed = seed;
        this.slips = slips;
        this.night = night;
    }

    /** The same writer, whose slips are not counted once more. */
    RecordWriter uncounted() {
        return new RecordWriter(seed, slips.uncounted(), night);
    }

    String name(Child child) {
        return NameSlips.write(rng(NAME), slips, child);
    }

    @Nullable
    String id(Child child) {
        return IdSlips.write(rng(ID), slips, child, false);
    }

    /** As {@link #id}, but of most of the youngest there is none. */
    @Nullable
    String idOfTheYoung(Child child) {
        return IdSlips.write(rng(ID), slips, child, child.born().isAfter(night.minusYears(3)));
    }

    int birth(Child child) {
        return BirthSlips.write(rng(BIRTH), slips, child.born());
    }

    Sex sex(Child child) {
        boolean wrong = slips.happens(rng(SEX), Mistake.SEX_WRONG);
        return wrong == (child.sex() == Sex.MALE) ? Sex.FEMALE : Sex.MALE;
    }

    /** Where the child lives, or now and then where it is registered. */
    Place home(Child child) {
        Household household = child.household();
        boolean differs = !household.home().equals(household.registered());
        return differs && slips.happens(rng(ADDRESS), Mistake.ADDRESS_REGISTERED)
                ? household.registered()
                : household.home();
    }

    String address(Place place) {
        return AddressForms.write(rng(ADDRESS + 100), slips, place);
    }

    String code(Place place) {
        return AddressForms.code(rng(CODE), slips, place);
    }

    /** The code of six digits of the district where the child is registered. */
    String registeredDistrict(Child child) {
        return AddressForms.district(rng(DISTRICT), slips, child.household().registered(), child.born());
    }

    Adult guardian(Child child) {
        Rng rng = rng(GUARDIAN);
        List<Adult> carers = child.household().carers();
        Adult other = carers.get(rng.below(carers.size()));
        return carers.size() > 1 && slips.happens(rng, Mistake.GUARDIAN_DIFFERS)
                ? other
                : child.household().guardian();
    }

    String phone(Child child) {
        Rng rng = rng(PHONE);
        Household household = child.household();
        boolean former = slips.happens(rng, Mistake.PHONE_FORMER);
        return PhoneForms.write(rng, slips, former ? household.formerPhone() : household.phone());
    }

    /** The same, but for a boarder sometimes the school's own. */
    String phoneAtSchool(Child child) {
        Schooling schooling = child.schooling();
        Rng rng = rng(PHONE + 100);
        return schooling != null && schooling.mode().equals("住校") && slips.happens(rng, Mistake.PHONE_OF_SCHOOL)
                ? PhoneForms.write(rng, slips, schooling.phone())
                : phone(child);
    }

    /** The chance for what is no slip. */
    Rng other() {
        return rng(OTHER);
    }

    /** Whether Excel ate something; each kind has its own chance. */
    boolean eaten(Mistake kind) {
        return slips.happens(rng(EXCEL + kind.name().hashCode()), kind);
    }

    private Rng rng(int aspect) {
        return Rng.of(seed, aspect);
    }
}
