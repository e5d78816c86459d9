package org.childfile.lab.world;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A child's place at school.
 *
 * @param code 10 digits; a kindergarten's begins with 0
 * @param room number of the class in two digits
 * @param mode 走读, 住校 or 借宿
 * @param entered {@code yyyyMM}
 * @param state 在校, 休学, 转出, 退学, 辍学 or 毕业
 * @param phone the school's own
 */
public record Schooling(
        String code, String name, String grade, String room, String mode, String entered, String state, String phone) {

    private static final List<String> GRADES =
            List.of("一年级", "二年级", "三年级", "四年级", "五年级", "六年级", "初一", "初二", "初三", "高一", "高二", "高三");
    private static final int PRE_SCHOOL_YEARS = 3;

    /** Where a child of this age goes to school; null below three years. */
    static @Nullable Schooling draw(Rng rng, LocalDate born, LocalDate night, Town town) {
        int started = night.getMonthValue() >= 9 ? night.getYear() : night.getYear() - 1;
        int entry = born.getYear() + (born.getMonthValue() >= 9 ? 7 : 6);
        int year = started - entry + 1;
        if (year <= -PRE_SCHOOL_YEARS) {
            return null;
        }
        int stage = year <= 0 ? 0 : year <= 6 ? 1 : year <= 9 ? 2 : 3;
        boolean boards = rng.chance(List.of(0.0, 0.08, 0.4, 0.6).get(stage));
        boolean lodges = rng.chance(0.04);
        int first =
                List.of(entry - PRE_SCHOOL_YEARS, entry, entry + 6, entry + 9).get(stage);
        return new Schooling(
                List.of("0", "2", "3", "4").get(stage) + town.code(),
                town.name().replaceFirst("(街道|镇|乡)$", "")
                        + List.of("幼儿园", "中心小学校", "初级中学校", "高级中学校").get(stage),
                stage == 0 ? "学前" : GRADES.get(Math.min(year, GRADES.size()) - 1),
                Digits.pad(rng.between(1, 6), 2),
                boards ? "住校" : lodges ? "借宿" : "走读",
                first + "09",
                state(rng, stage),
                town.landLine(Rng.of(Long.parseLong(town.code()), 3, stage)));
    }

    Schooling inOtherRoom() {
        String next = room.equals("01") ? "02" : "01";
        return new Schooling(code, name, grade, next, mode, entered, state, phone);
    }

    Schooling withState(String changed) {
        return new Schooling(code, name, grade, room, mode, entered, changed, phone);
    }

    private static String state(Rng rng, int stage) {
        double lot = rng.fraction();
        if (stage == 0 || lot > 0.02) {
            return "在校";
        }
        return lot < 0.006 ? "休学" : lot < 0.011 ? "转出" : lot < 0.014 ? "退学" : "辍学";
    }
}
