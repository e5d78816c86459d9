package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of ids when persons are joined and split. */
class IdentityTest {

    private static final String HOME = "; birth 2015-03-07; home 500101001001; father 张伟";
    private static final TestLinkage LINKAGE = TestLinkage.fresh();

    @BeforeEach
    void clear() {
        LINKAGE.clear();
    }

    @Test
    void aJoinedIdIsRetiredAndLeadsToTheOneItWentInto() {
        twoPersonsOfTwoAndThree();
        String few = LINKAGE.person("a/1");
        String many = LINKAGE.person("b/1");
        LINKAGE.say("a/1 = b/1");
        LINKAGE.link("two");

        assertThat(LINKAGE.persons()).isEqualTo("a/1 a/2 b/1 b/2 b/3");
        assertThat(LINKAGE.person("a/1")).isEqualTo(many);
        assertThat(log("two")).containsExactly("joined " + many + " " + few, "retired " + few + " " + many);
        assertThat(current(few)).contains(many);
        assertThat(current(many)).contains(many);
        assertThat(current("C00000000-0000-7000-8000-000000000000")).isEmpty();
    }

    @Test
    void retiredIdsAreFollowedThroughSeveralJoins() {
        twoPersonsOfTwoAndThree();
        String few = LINKAGE.person("a/1");
        LINKAGE.say("a/1 = b/1");
        LINKAGE.link("two");
        for (int i = 1; i <= 6; i++) {
            LINKAGE.tell("c/" + i, "name 李娜; birth 2013-11-21; home 500103004005");
        }
        LINKAGE.link("three");
        LINKAGE.say("b/1 = c/1");
        LINKAGE.link("four");

        assertThat(current(few)).contains(LINKAGE.person("c/6"));
    }

    @Test
    void aJoinThatIsTakenBackGivesBothTheirIdsAgain() {
        twoPersonsOfTwoAndThree();
        String few = LINKAGE.person("a/1");
        String many = LINKAGE.person("b/1");
        LINKAGE.say("a/1 = b/1");
        LINKAGE.link("two");
        LINKAGE.verdicts().undo(1, "li", "not the same child");
        LINKAGE.link("three");

        assertThat(LINKAGE.persons()).isEqualTo("a/1 a/2\nb/1 b/2 b/3");
        assertThat(LINKAGE.person("a/2")).isEqualTo(few);
        assertThat(LINKAGE.person("b/2")).isEqualTo(many);
        assertThat(log("three")).containsExactly("created " + few + " " + many, "split " + many + " " + few);
        assertThat(current(few)).contains(few);
        assertThat(LINKAGE.texts("select person_id from linkage.touched_person order by 1"))
                .contains(few, many);
    }

    @Test
    void aVerdictThatUndoesAJoinOfTheRulesDoesTheSame() {
        LINKAGE.tell("a/1", "name 张子涵" + HOME);
        LINKAGE.tell("b/1", "name 张子涵; birth 2012-10-30");
        LINKAGE.link("one");
        String other = LINKAGE.person("b/1");
        LINKAGE.tell("b/1", "name 张子涵" + HOME);
        LINKAGE.link("two");
        assertThat(LINKAGE.persons()).isEqualTo("a/1 b/1");
        LINKAGE.say("a/1 ! b/1");
        LINKAGE.link("three");

        assertThat(LINKAGE.persons()).isEqualTo("a/1\nb/1");
        assertThat(LINKAGE.person("b/1")).isEqualTo(other);
        assertThat(LINKAGE.texts("select count(*)::text from linkage.person")).containsExactly("2");
    }

    @Test
    void whenAPersonIsSplitTheSmallerPartGetsANewId() {
        for (int i = 1; i <= 3; i++) {
            LINKAGE.tell("a/" + i, "name 张子涵" + HOME);
        }
        LINKAGE.link("one");
        String before = LINKAGE.person("a/1");
        LINKAGE.tell("a/1", "name 王鹏; birth 2012-10-30");
        LINKAGE.link("two");

        assertThat(LINKAGE.person("a/2")).isEqualTo(before);
        assertThat(LINKAGE.person("a/1")).isNotEqualTo(before);
        assertThat(log("two")).containsExactly("split " + before + " " + LINKAGE.person("a/1"));
    }

    @Test
    void aRecordThatOnlyMovesIsLoggedAsMoved() {
        LINKAGE.tell("a/1", "name 张子涵" + HOME);
        LINKAGE.tell("a/2", "name 张子涵" + HOME);
        LINKAGE.tell("b/1", "name 王鹏; birth 2012-10-30; home 500103004005");
        LINKAGE.link("one");
        LINKAGE.tell("a/2", "name 王鹏; birth 2012-10-30; home 500103004005");
        LINKAGE.link("two");

        assertThat(LINKAGE.persons()).isEqualTo("a/1\na/2 b/1");
        assertThat(log("two")).containsExactly("moved " + LINKAGE.person("a/1") + " " + LINKAGE.person("b/1"));
    }

    private static void twoPersonsOfTwoAndThree() {
        for (int i = 1; i <= 2; i++) {
            LINKAGE.tell("a/" + i, "name 张子涵" + HOME);
        }
        for (int i = 1; i <= 3; i++) {
            LINKAGE.tell("b/" + i, "name 王鹏; birth 2012-10-30; home 500102001001");
        }
        LINKAGE.link("one");
        assertThat(LINKAGE.persons()).isEqualTo("a/1 a/2\nb/1 b/2 b/3");
    }

    private static List<String> log(String run) {
        return LINKAGE.texts(
                "select concat_ws(' ', kind, person_id, other_id) from mart.identity_change where run_id = '" + run
                        + "' order by seq");
    }

    private static Optional<String> current(String id) {
        return LINKAGE.jdbc()
                .sql("select c from (select mart.current_id(:id)) x (c) where c is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
