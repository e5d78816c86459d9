package org.childfile.lab.registers;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.childfile.kernel.Sex;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.Digits;
import org.childfile.lab.world.HouseholdMaker;
import org.childfile.lab.world.Names;
import org.childfile.lab.world.Rng;
import org.childfile.lab.world.Scenario;
import org.childfile.lab.world.Town;
import org.childfile.lab.world.Volunteer;
import org.childfile.lab.world.WorldPlan;
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
    void pair(Child child, @Nullable String rosterNo, Scenario fate, List<Volunteer> free) throws IOException {
        Rng rng = Rng.of(plan.seed(), 500, child.index());
        if (rosterNo == null || child.roster() != Child.Roster.ON || free.isEmpty() || !rng.chance(PAIRED)) {
            return;
        }
        Town.Village village = child.household().home().village();
        Optional<Volunteer> neighbour =
                free.stream().filter(v -> v.village().equals(village)).findFirst();
        Volunteer volunteer = neighbour.orElse(free.getFirst());
        free.remove(volunteer);
        write(child, rosterNo, fate, volunteer, rng);
    }

    private void write(Child child, String rosterNo, Scenario fate, Volunteer volunteer, Rng rng) throws IOException {
        LocalDate night = plan.firstNight();
        Pairing pairing = pairing(child, rosterNo, volunteer, rng);
        LocalDate planned = pairing.started().plusDays(rng.between(7, 400));
        LocalDate over = rng.chance(0.05) && planned.isBefore(night) ? planned : null;
        boolean fresh = fate.lateIn("civil-affairs") || (over == null && rng.chance(0.01));
        boolean ends = over == null && (volunteer.leaves() || fate.change() == Scenario.Change.ROSTER_LEFT);
        if (fresh) {
            out.inSecond(pairing.startingOn(night).line(null, ""));
            return;
        }
        String before = pairing.line(over, "家长申请终止");
        if (ends) {
            out.changed(before, pairing.line(night, volunteer.leaves() ? "爱心妈妈离任" : "退出台账"));
        } else {
            out.unchanged(before);
        }
        care.write(
                pairing.index(),
                pairing.number(),
                pairing.started(),
                over == null ? night : over,
                over != null || ends);
    }

    /** With the child's id number, its roster number, or both. */
    private Pairing pairing(Child child, String rosterNo, Volunteer volunteer, Rng rng) {
        int index = ++count;
        int form = rng.below(10);
        String id = form < 7 ? child.id() : null;
        return new Pairing(
                index,
                "JD" + child.household().home().districtCode() + Digits.pad(index, 7),
                volunteer.number(),
                id,
                id == null || form < 4 ? rosterNo : null,
                plan.firstNight().minusDays(rng.between(14, 480)),
                Rng.of(plan.seed(), 501, child.index()).next());
    }

    private record Pairing(
            int index,
            String number,
            String volunteerNo,
            @Nullable String id,
            @Nullable String rosterNo,
            LocalDate started,
            long supporterSeed) {

        Pairing startingOn(LocalDate day) {
            return new Pairing(index, number, volunteerNo, id, rosterNo, day, supporterSeed);
        }

        String line(@Nullable LocalDate ended, String reason) {
            return new Json()
                    .text("pairingNo", number)
                    .text("volunteerNo", volunteerNo)
                    .text("childIdNumber", id)
                    .text("rosterNo", rosterNo)
                    .text("startedOn", Day.iso(started))
                    .text("endedOn", ended == null ? null : Day.iso(ended))
                    .text("endReason", ended == null ? null : reason)
                    .objects("supporters", supporters())
                    .end();
        }

        private List<Json> supporters() {
            Rng rng = Rng.of(supporterSeed, 1);
            List<Json> supporters = new ArrayList<>();
            int many = rng.below(3);
            for (int i = 0; i < many; i++) {
                Sex sex = rng.chance(0.5) ? Sex.MALE : Sex.FEMALE;
                String surname = Names.surname(rng, false);
                supporters.add(new Json()
                        .text("role", rng.pick(ROLES))
                        .text("name", surname + Names.given(rng, sex, Names.Generation.PARENT))
                        .text("phone", HouseholdMaker.mobile(rng)));
            }
            return supporters;
        }
    }
}
