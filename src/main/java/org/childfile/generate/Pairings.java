package org.childfile.generate;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.childfile.kernel.Sex;
import org.jspecify.annotations.Nullable;

/** Gives children on the roster a caring mother of their village, or else of their township. */
final class Pairings {

    static final String FEED = "pairings";

    private static final double PAIRED = 0.6;
    private static final List<String> ROLES =
            List.of("teacher", "doctor", "police", "procurator", "enterprise", "volunteer");

    private final WorldPlan plan;
    private final TwoNights<String> out;
    private final CareRecords care;
    private int count;

    Pairings(WorldPlan plan, TwoNights<String> out, CareRecords care) {
        this.plan = plan;
        this.out = out;
        this.care = care;
    }

    /** Pairs a child with one of the volunteers that are still free, who then is no longer. */
    void pair(Child child, @Nullable String rosterNo, Fate fate, List<Volunteer> free) throws IOException {
        Dice dice = Dice.of(plan.seed(), 500, child.index());
        if (rosterNo == null || child.roster() != Child.Roster.ON || free.isEmpty() || !dice.chance(PAIRED)) {
            return;
        }
        Town.Village village = child.household().home().village();
        Optional<Volunteer> neighbour =
                free.stream().filter(v -> v.village().equals(village)).findFirst();
        Volunteer volunteer = neighbour.orElse(free.getFirst());
        free.remove(volunteer);
        write(child, rosterNo, fate, volunteer, dice);
    }

    private void write(Child child, String rosterNo, Fate fate, Volunteer volunteer, Dice dice) throws IOException {
        int index = ++count;
        LocalDate night = plan.firstNight();
        String number = "JD" + child.household().home().districtCode() + Digits.pad(index, 7);
        LocalDate started = night.minusDays(dice.between(14, 480));
        LocalDate ended = dice.chance(0.05) ? started.plusDays(dice.between(7, 400)) : null;
        boolean over = ended != null && ended.isBefore(night);
        int form = dice.below(10);
        String id = form < 7 ? child.id() : null;
        String roster = id == null || form < 4 ? rosterNo : null;
        Dice supporters = Dice.of(plan.seed(), 501, child.index());
        String before = line(number, volunteer, id, roster, started, over ? ended : null, "家长申请终止", supporters);
        boolean fresh = fate.lateIn("civil-affairs") || (!over && dice.chance(0.01));
        boolean ends = !over && (volunteer.leaves() || fate.change() == Fate.Change.ROSTER_LEFT);
        Dice same = Dice.of(plan.seed(), 501, child.index());
        if (fresh) {
            out.inSecond(line(number, volunteer, id, roster, night, null, "", same));
        } else if (ends) {
            out.changed(before, line(number, volunteer, id, roster, started, night, ending(volunteer), same));
        } else {
            out.unchanged(before);
        }
        if (!fresh) {
            care.write(index, number, started, over && ended != null ? ended : night, over || ends);
        }
    }

    private static String ending(Volunteer volunteer) {
        return volunteer.leaves() ? "爱心妈妈离任" : "退出台账";
    }

    private static String line(
            String number,
            Volunteer volunteer,
            @Nullable String id,
            @Nullable String roster,
            LocalDate started,
            @Nullable LocalDate ended,
            String reason,
            Dice dice) {
        List<Json> supporters = new ArrayList<>();
        int many = dice.below(3);
        for (int i = 0; i < many; i++) {
            Sex sex = dice.chance(0.5) ? Sex.MALE : Sex.FEMALE;
            supporters.add(new Json()
                    .text("role", dice.pick(ROLES))
                    .text("name", Names.surname(dice, false) + Names.given(dice, sex, Names.Generation.PARENT))
                    .text("phone", HouseholdMaker.mobile(dice)));
        }
        return new Json()
                .text("pairingNo", number)
                .text("volunteerNo", volunteer.number())
                .text("childIdNumber", id)
                .text("rosterNo", roster)
                .text("startedOn", Day.iso(started))
                .text("endedOn", ended == null ? null : Day.iso(ended))
                .text("endReason", ended == null ? null : reason)
                .objects("supporters", supporters)
                .end();
    }
}
