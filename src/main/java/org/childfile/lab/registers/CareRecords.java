package org.childfile.lab.registers;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.Digits;
import org.childfile.lab.world.Rng;
import org.childfile.lab.world.Weighted;
import org.childfile.lab.world.WorldPlan;

/** What the caring mothers note in the field during the last weeks, about six records a pairing. */
final class CareRecords {

    static final String FEED = "care-records";

    private static final int SALT = 71;
    private static final int DAYS_BACK = 56;
    private static final int MOST = 16;
    private static final double PROBLEM = 0.03;
    private static final double ON_LAST_DAY = 0.14;
    private static final Weighted<String> KINDS = new Weighted.Builder<String>()
            .add("VISIT", 48)
            .add("TALK", 24)
            .add("GUARDIAN", 12)
            .add("TEACHER", 6)
            .add("ACTIVITY", 6)
            .add("FESTIVAL", 4)
            .build();
    private static final Map<String, List<String>> NOTES = Map.of(
            "VISIT", List.of("入户探望，孩子状态良好", "送去书包和文具", "一起做作业"),
            "TALK", List.of("聊了学校的事", "谈心，情绪稳定", "谈了和同学的相处"),
            "GUARDIAN", List.of("与监护人沟通教养方式", "提醒监护人按时复诊"),
            "TEACHER", List.of("向班主任了解成绩", "班主任反映上课走神"),
            "ACTIVITY", List.of("一起参加亲子活动"),
            "FESTIVAL", List.of("一起过中秋节"));
    private static final List<String> PROBLEMS = List.of("ILLNESS", "SCHOOLING", "HARDSHIP", "INSURANCE", "ABUSE");

    private final WorldPlan plan;
    private final TwoNights<String> out;

    CareRecords(WorldPlan plan, TwoNights<String> out) {
        this.plan = plan;
        this.out = out;
    }

    /** The records of one pairing from its start, at most eight weeks back, to the day {@code until} (exclusive). */
    void write(int pairing, String pairingNo, LocalDate started, LocalDate until, boolean ends) throws IOException {
        Rng rng = Rng.of(plan.seed(), 600, pairing);
        int many = rng.between(4, 9);
        int days = (int) Math.min(DAYS_BACK, until.toEpochDay() - started.toEpochDay());
        for (int i = 0; i < many; i++) {
            int back = days <= 0 ? 0 : rng.between(1, days);
            if (back > 0 && until.minusDays(back).isAfter(plan.firstNight().minusDays(DAYS_BACK + 1))) {
                out.inFirst(line(rng, pairing * (long) MOST + i, pairingNo, until.minusDays(back)));
            }
        }
        if (!ends && rng.chance(ON_LAST_DAY)) {
            out.inSecond(line(rng, pairing * (long) MOST + many, pairingNo, plan.firstNight()));
        }
    }

    private static String line(Rng rng, long number, String pairingNo, LocalDate day) {
        String kind = KINDS.pick(rng);
        String record = "GH" + Digits.shuffled(number, SALT);
        return new Json()
                .text("recordNo", record)
                .text("pairingNo", pairingNo)
                .text("kind", kind)
                .text("at", Day.offsetStamp(day.atTime(9, 0).plusSeconds(rng.below(10 * 3600))))
                .text("note", rng.chance(0.7) ? rng.pick(NOTES.getOrDefault(kind, List.of())) : null)
                .text("problem", rng.chance(PROBLEM) ? rng.pick(PROBLEMS) : null)
                .texts("attachments", rng.chance(0.1) ? List.of(record + ".jpg") : List.of())
                .end();
    }
}
