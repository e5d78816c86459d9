package org.childfile.ingest.mapping;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.childfile.kernel.CitizenId;
import org.childfile.kernel.CitizenIdReading.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What the values of one record say of each other, and of the day: a date of birth that is yet to come, or that makes a
 * grown-up of a child; an id number of 15 digits, as none was given after October 1999, of somebody who was born later.
 */
final class Plausibility {

    private static final String ID_NUMBER = "id_number";
    private static final String BIRTH_DATE = "birth_date";
    /** The day from which no number of 15 digits was given any more, GB 11643-1999. */
    private static final LocalDate LAST_FIFTEEN = LocalDate.of(1999, 10, 1);
    /** Nobody of that age goes to school, or is on a list of children; a number that says the same is believed. */
    private static final int GROWN_UP_YEARS = 21;

    private final Population population;
    private final LocalDate day;

    /** @param day the day that the run stands for */
    Plausibility(Population population, LocalDate day) {
        this.population = population;
        this.day = day;
    }

    /** Puts in doubt what cannot be. */
    void judge(RecordDraft draft) {
        LocalDate born = date(draft.sound(BIRTH_DATE));
        if (draft.fifteen().contains(ID_NUMBER) && cut(born)) {
            String whole = String.valueOf(draft.text(ID_NUMBER));
            draft.doubt(ID_NUMBER, whole.substring(0, 6) + whole.substring(8, 17), Fault.CUT.name());
        }
        if (born != null && born.isAfter(day)) {
            draft.doubt(BIRTH_DATE, Doubts.NOT_BORN_YET);
        } else if (born != null && grownUp(born) && !born.equals(ofNumber(draft).orElse(null))) {
            draft.doubt(BIRTH_DATE, Doubts.GROWN_UP);
        }
    }

    /** A child without a date of birth is taken for one born later: who is listed as a child is younger than such numbers. */
    private boolean cut(@Nullable LocalDate born) {
        return born == null ? population == Population.CHILD : !born.isBefore(LAST_FIFTEEN);
    }

    private boolean grownUp(LocalDate born) {
        return population == Population.CHILD && !born.plusYears(GROWN_UP_YEARS).isAfter(day);
    }

    private static Optional<LocalDate> ofNumber(RecordDraft draft) {
        return Optional.ofNullable(draft.sound(ID_NUMBER)).map(number -> new CitizenId(number).birthDate());
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
