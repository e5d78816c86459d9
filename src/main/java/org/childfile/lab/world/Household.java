package org.childfile.lab.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A family: what all its children share.
 *
 * @param father absent where nobody knows him
 * @param guardian who looks after the children, one of {@link #carers}
 * @param carers the grown-ups who are there to look after them, at least one
 * @param phone the one that the whole family uses
 * @param formerPhone the one before it, which many registers still have
 */
public record Household(
        int number,
        @Nullable Adult father,
        Adult mother,
        Adult guardian,
        List<Adult> carers,
        String phone,
        String formerPhone,
        Place home,
        Place registered,
        String ethnicGroup,
        FamilySituation standing) {

    /** The first of the household register: the eldest man who is there, else the guardian. */
    public Adult head() {
        return carers.stream()
                .filter(adult -> adult.kin() == Kin.PATERNAL_GRANDFATHER || adult.kin() == Kin.FATHER)
                .reduce((first, last) -> last)
                .orElse(guardian);
    }

    /** At a new home, and registered there too where the family saw to that. */
    Household movedTo(Place place, boolean registers) {
        return new Household(
                number,
                father,
                mother,
                guardian,
                carers,
                phone,
                formerPhone,
                place,
                registers ? place : registered,
                ethnicGroup,
                standing);
    }

    Household withPhone(String changed) {
        return new Household(
                number,
                father,
                mother,
                guardian,
                carers,
                changed,
                formerPhone,
                home,
                registered,
                ethnicGroup,
                standing);
    }

    /** The next of the carers takes over; the same one where there is no other. */
    Household withNextGuardian() {
        Adult next = carers.get((carers.indexOf(guardian) + 1) % carers.size());
        return new Household(
                number, father, mother, next, carers, phone, formerPhone, home, registered, ethnicGroup, standing);
    }
}
