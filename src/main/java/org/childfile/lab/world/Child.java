package org.childfile.lab.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.childfile.kernel.Sex;
import org.jspecify.annotations.Nullable;

/**
 * A real child of the made world.
 *
 * @param index from 1
 * @param formerName absent for most
 * @param id absent where the birth is not registered
 * @param certificate number of the birth certificate
 * @param twinGroup 0 for those who are no twin
 * @param schooling absent for the youngest
 * @param wrongs kinds of difficulty that only the roster knows: 33, 41, 42, 51
 * @param insurance 1 insured, 2 paused, 4 ended
 * @param roster how the child stands on the roster of children in difficulty
 */
public record Child(
        int index,
        Household household,
        Name name,
        @Nullable Name formerName,
        Sex sex,
        LocalDate born,
        @Nullable String id,
        String certificate,
        int twinGroup,
        @Nullable Schooling schooling,
        HealthCondition condition,
        List<String> wrongs,
        int insurance,
        Roster roster) {

    /** Standing on the roster; a difficulty without it is a hidden one. */
    public enum Roster {
        NEVER,
        ON,
        LEFT
    }

    public String person() {
        return "P" + Digits.pad(index, 7);
    }

    public int ageOn(LocalDate day) {
        return born.until(day).getYears();
    }

    /** The kinds of difficulty that are true of the child, without 61 and 62. */
    public List<String> difficulties() {
        List<String> kinds = new ArrayList<>();
        FamilySituation standing = household.standing();
        add(kinds, "11", standing.orphaned());
        add(kinds, "12", standing.withoutCare());
        add(kinds, "21", standing.allowance() || standing.extremePoverty());
        add(kinds, "31", condition.disability() != null);
        add(kinds, "32", condition.severelyIll());
        kinds.addAll(wrongs);
        return kinds;
    }

    Child in(Household changed) {
        return copy(changed, schooling, insurance, roster);
    }

    Child at(@Nullable Schooling changed) {
        return copy(household, changed, insurance, roster);
    }

    Child insured(int changed) {
        return copy(household, schooling, changed, roster);
    }

    Child on(Roster changed) {
        return copy(household, schooling, insurance, changed);
    }

    private Child copy(Household family, @Nullable Schooling school, int insuranceState, Roster rosterState) {
        return new Child(
                index,
                family,
                name,
                formerName,
                sex,
                born,
                id,
                certificate,
                twinGroup,
                school,
                condition,
                wrongs,
                insuranceState,
                rosterState);
    }

    private static void add(List<String> kinds, String kind, boolean holds) {
        if (holds) {
            kinds.add(kind);
        }
    }
}
