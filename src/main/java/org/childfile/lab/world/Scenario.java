package org.childfile.lab.world;

import java.time.LocalDate;

/**
 * What happens to a child between the two nights.
 *
 * @param place where a child that moved lives now
 * @param feed the one feed that {@link Change#LATE} and {@link Change#WITHDRAWN} speak of
 */
public record Scenario(Change change, Place place, String phone, String feed) {

    /** What changed. */
    public enum Change {
        NOTHING,
        MOVED,
        PHONE,
        GUARDIAN,
        SCHOOL,
        ENROLMENT,
        INSURANCE,
        ROSTER_LEFT,
        ROSTER_NEW,
        CORRECTED,
        WITHDRAWN,
        LATE,
        BORN
    }

    private static final double SHARE = 0.034;
    private static final int NEWBORN_DAYS = 10;

    private static final Weighted<Change> CHANGES = new Weighted.Builder<Change>()
            .add(Change.MOVED, 10)
            .add(Change.PHONE, 14)
            .add(Change.GUARDIAN, 8)
            .add(Change.SCHOOL, 12)
            .add(Change.ENROLMENT, 4)
            .add(Change.INSURANCE, 8)
            .add(Change.ROSTER_LEFT, 6)
            .add(Change.ROSTER_NEW, 6)
            .add(Change.CORRECTED, 16)
            .add(Change.WITHDRAWN, 6)
            .add(Change.LATE, 10)
            .build();

    private static final Weighted<String> FEEDS = new Weighted.Builder<String>()
            .add("education", 3)
            .add("public-security", 2)
            .add("health", 2)
            .add("political-legal", 1)
            .add("medical-insurance", 3)
            .build();

    public static Scenario draw(Rng rng, Child child, Settlement.Share share, LocalDate night) {
        boolean something = rng.chance(SHARE);
        Change change = child.born().isAfter(night.minusDays(NEWBORN_DAYS))
                ? Change.BORN
                : something ? CHANGES.pick(rng) : Change.NOTHING;
        Place place = change == Change.MOVED
                ? Place.in(share.town(), rng, share.populated())
                : child.household().home();
        return new Scenario(change, place, HouseholdMaker.mobile(rng), FEEDS.pick(rng));
    }

    /** The child as it is on night 2. */
    public Child after(Child child) {
        Household household = child.household();
        Schooling schooling = child.schooling();
        return switch (change) {
            case MOVED -> child.in(household.movedTo(place, phone.charAt(10) % 2 == 0));
            case PHONE -> child.in(household.withPhone(phone));
            case GUARDIAN -> child.in(household.withNextGuardian());
            case SCHOOL -> schooling == null ? child : child.at(schooling.inOtherRoom());
            case ENROLMENT ->
                schooling == null
                        ? child
                        : child.at(schooling.withState(schooling.state().equals("在校") ? "休学" : "在校"));
            case INSURANCE -> child.insured(child.insurance() == 1 ? 2 : 1);
            case ROSTER_LEFT ->
                child.roster() == Child.Roster.ON && !goneFrom("civil-affairs") ? child.on(Child.Roster.LEFT) : child;
            case NOTHING, ROSTER_NEW, CORRECTED, WITHDRAWN, LATE, BORN -> child;
        };
    }

    /** Whether a feed that knows the child holds it only on night 2. */
    public boolean lateIn(String other) {
        return switch (change) {
            case BORN -> true;
            case LATE -> other.equals(feed);
            case ROSTER_NEW -> other.equals("civil-affairs");
            default -> false;
        };
    }

    /** Whether a feed no longer holds the child on night 2; of those that leave the roster, every second. */
    public boolean goneFrom(String other) {
        return switch (change) {
            case WITHDRAWN -> other.equals(feed);
            case ROSTER_LEFT -> other.equals("civil-affairs") && phone.charAt(10) % 2 == 0;
            default -> false;
        };
    }
}
