package org.childfile.care.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.childfile.kernel.Divisions;

/** A city of children who all lack a caring mother, for measuring: 40 districts of 25 townships of 10 villages each. */
public final class MadeDemand {

    private static final int DISTRICTS = 40;
    private static final int TOWNSHIPS = 25;
    private static final int VILLAGES = 10;
    private static final List<String> KINDS = List.of("11", "12", "21", "21", "21", "31", "31", "32", "41", "42");

    private final List<Candidate> children;
    private final List<Mother> mothers;

    private MadeDemand(List<Candidate> children, List<Mother> mothers) {
        this.children = List.copyOf(children);
        this.mothers = List.copyOf(mothers);
    }

    /** The same for the same seed. */
    public static MadeDemand of(int children, int volunteers, long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        List<Candidate> needing = new ArrayList<>();
        for (int i = 0; i < children; i++) {
            needing.add(new Candidate(
                    "C%07d".formatted(i),
                    dice.nextInt(20) == 0,
                    dice.nextInt(30) == 0 ? "red" : null,
                    List.of(KINDS.get(dice.nextInt(KINDS.size()))),
                    null,
                    null,
                    village(dice),
                    null,
                    "never-paired",
                    Set.of(),
                    dice.nextInt(200) == 0 ? Set.of("V%07d".formatted(dice.nextInt(volunteers))) : Set.of(),
                    dice.nextInt(20) == 0 ? Set.of("V%07d".formatted(dice.nextInt(volunteers))) : Set.of(),
                    null));
        }
        List<Mother> offering = new ArrayList<>();
        for (int i = 0; i < volunteers; i++) {
            offering.add(new Mother(
                    "V%07d".formatted(i),
                    List.of(Locality.of(village(dice)).orElseThrow()),
                    dice.nextInt(3) == 0 ? Set.of(List.of("护理", "心理", "教育").get(dice.nextInt(3))) : Set.of(),
                    dice.nextInt(2),
                    dice.nextInt(100) < 12 ? 2 : 1,
                    false,
                    true));
        }
        return new MadeDemand(needing, offering);
    }

    private static String village(SplittableRandom dice) {
        return Divisions.chongqing().city().code()
                + "01%02d%03d%03d"
                        .formatted(
                                1 + dice.nextInt(DISTRICTS), 1 + dice.nextInt(TOWNSHIPS), 1 + dice.nextInt(VILLAGES));
    }

    /** Proposes for all of them by rules as they are delivered; how many have a proposal. */
    public long propose() {
        PairingRules rules = new PairingRules(
                List.of(
                        new PairingRules.Urgency("red", Optional.of("red"), Set.of(), false),
                        new PairingRules.Urgency("orphan", Optional.empty(), Set.of("11", "12"), false),
                        new PairingRules.Urgency("hidden", Optional.empty(), Set.of(), true),
                        new PairingRules.Urgency("other", Optional.empty(), Set.of(), false)),
                List.of(Term.values()),
                List.of(
                        new PairingRules.Skill("护理", Set.of("31", "32"), Set.of(), Set.of()),
                        new PairingRules.Skill("心理", Set.of("41", "42"), Set.of(), Set.of())),
                Neighbours.NONE,
                List.of(),
                BackgroundCheck.USUAL);
        Plan plan = new Planner(rules).plan(children, mothers, Map.of());
        return plan.proposed();
    }
}
