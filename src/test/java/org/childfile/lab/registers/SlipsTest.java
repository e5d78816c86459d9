package org.childfile.lab.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Mistakes;
import org.childfile.lab.world.Name;
import org.childfile.lab.world.Rng;
import org.childfile.lab.world.WorldPlan;
import org.junit.jupiter.api.Test;

class SlipsTest {

    private static final String ID = "500101201503074515";

    @Test
    void aLunarBirthdayIsWrittenAsIfItWereASolarOne() {
        assertThat(birth(Mistake.BIRTH_LUNAR, LocalDate.of(2015, 3, 7))).isEqualTo(20150117);
        assertThat(birth(Mistake.BIRTH_LUNAR, LocalDate.of(2015, 2, 5))).isEqualTo(20141217);
    }

    @Test
    void dayAndMonthAreSwappedOnlyWhereThatIsADate() {
        assertThat(birth(Mistake.BIRTH_DAY_AND_MONTH, LocalDate.of(2015, 3, 7))).isEqualTo(20150703);
        assertThat(birth(Mistake.BIRTH_DAY_AND_MONTH, LocalDate.of(2015, 3, 17)))
                .isEqualTo(20150317);
    }

    @Test
    void anUnknownBirthdayBecomesTheFirstOfJanuary() {
        assertThat(birth(Mistake.BIRTH_FIRST_OF_JANUARY, LocalDate.of(2015, 3, 7)))
                .isEqualTo(20150101);
    }

    @Test
    void anImpossibleDateIsTheThirtiethOfFebruary() {
        assertThat(birth(Mistake.DATE_IMPOSSIBLE, LocalDate.of(2015, 3, 7))).isEqualTo(20150230);
    }

    @Test
    void aMistypedNumberDiffersInOneDigit() {
        String typed = IdSlips.typed(Rng.of(1, 2), only(Mistake.ID_DIGIT_MISTYPED), ID);

        assertThat(typed).hasSize(18).startsWith("500101");
        assertThat(differences(typed)).isEqualTo(1);
    }

    @Test
    void swappedNeighboursChangeTwoDigits() {
        String typed = IdSlips.typed(Rng.of(1, 2), only(Mistake.ID_NEIGHBOURS_SWAPPED), ID);

        assertThat(typed).hasSize(18).startsWith("500101");
        assertThat(differences(typed)).isEqualTo(2);
    }

    @Test
    void everyKindOfSlipChangesAName() {
        Name name = Name.han("张", "浩宇");

        assertThat(written(Mistake.NAME_HOMOPHONE, name)).contains("张皓宇", "张浩雨").doesNotContain("张浩宇");
        assertThat(written(Mistake.NAME_TRADITIONAL, name)).containsExactly("張浩宇");
        assertThat(written(Mistake.NAME_UNKNOWN_CHARACTER, name)).contains("张?宇", "张浩?");
        assertThat(written(Mistake.NAME_PINYIN, name)).containsExactlyInAnyOrder("张浩(yu)", "张浩（yu）", "张浩ｙｕ");
        assertThat(written(Mistake.NAME_BLANK, name)).containsExactlyInAnyOrder("张 浩宇", "张\u3000浩宇", "张浩宇 ");
        assertThat(written(Mistake.NAME_SOUTH_WESTERN, Name.han("陈", "宁"))).contains("程宁", "陈玲");
        assertThat(written(Mistake.NAME_DOT, new Name("阿依古丽", "买买提", true)))
                .contains("阿依古丽买买提", "阿依古丽.买买提", "阿依古丽•买买提");
    }

    @Test
    void ratesLieBetweenNeverAndAlways() {
        assertThatThrownBy(() -> Mistakes.usual().with(Mistake.ID_MISSING, 1.5))
                .hasMessage("the rate of ID_MISSING is 1.5; allowed is 0 to 1");
        assertThat(Mistakes.usual().scaled(3).rate(Mistake.ID_MISSING)).isEqualTo(0.12);
        assertThat(Mistakes.usual().scaled(100).rate(Mistake.ID_MISSING)).isEqualTo(1);
    }

    @Test
    void aPlanOfNoChildrenIsRefused() {
        assertThatThrownBy(() -> WorldPlan.of(0, 1)).hasMessageStartingWith("a world has 1 to 4000000 children");
    }

    private static Slips only(Mistake kind) {
        return new Slips(Mistakes.none().with(kind, 1), null);
    }

    private static int birth(Mistake kind, LocalDate born) {
        return BirthSlips.write(Rng.of(1, 2), only(kind), born);
    }

    private static Set<String> written(Mistake kind, Name name) {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            all.add(NameSlips.write(Rng.of(i, 5), only(kind), name));
        }
        return all;
    }

    private static int differences(String typed) {
        int differences = 0;
        for (int i = 0; i < 18; i++) {
            differences += typed.charAt(i) == ID.charAt(i) ? 0 : 1;
        }
        return differences;
    }
}
