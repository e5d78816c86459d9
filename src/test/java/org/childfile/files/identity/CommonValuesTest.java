package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.childfile.files.identity.Explanation.Contribution;
import org.childfile.files.identity.Explanation.Outcome;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value that more than twenty records hold, such as a school's phone, is no evidence. */
class CommonValuesTest {

    private static final String PHONE = "13900000000";
    private static final String NAMESAKE = "name 张子涵; tel " + PHONE;
    private static final TestLinkage LINKAGE = TestLinkage.fresh();

    private final Map<String, String> told = new LinkedHashMap<>();

    @BeforeEach
    void clear() {
        LINKAGE.clear();
    }

    @Test
    void thirtyBoardersWithTheirSchoolsPhoneStayApart() {
        tell("school/a", NAMESAKE);
        tell("health/a", NAMESAKE);
        boarders(28);
        link("one");

        assertThat(LINKAGE.persons().lines()).hasSize(30);
        assertThat(LINKAGE.review()).isEmpty();
        Explanation explanation = explanation();
        assertThat(explanation.contributions())
                .contains(new Contribution("phone", "common", 0))
                .allMatch(part -> !part.comparison().equals("phone") || part.bits() == 0);
        assertThat(explanation.outcome()).isEqualTo(Outcome.APART);
    }

    @Test
    void aSchoolsPhoneMakesNoBlock() {
        tell("school/a", NAMESAKE);
        tell("health/a", NAMESAKE);
        boarders(28);
        link("one");
        tell("health/a", NAMESAKE + "; sex 2");

        assertThat(LINKAGE.link("two").compared()).isEqualTo(1);
    }

    @Test
    void theTwentyFirstRecordMakesAPhoneTooCommonAndWithoutItThePhoneCountsAgain() {
        tell("school/a", NAMESAKE);
        tell("health/a", NAMESAKE);
        boarders(18);
        link("twenty");
        String person = LINKAGE.person("school/a");
        assertThat(LINKAGE.person("health/a")).isEqualTo(person);
        assertThat(explanation().outcome()).isEqualTo(Outcome.JOIN);

        tell("school/new", "name 王鹏; birth 2012-10-30; tel " + PHONE);
        assertThat(link("twenty-one").changed()).isEqualTo(21);
        assertThat(LINKAGE.person("school/a")).isNotEqualTo(LINKAGE.person("health/a"));
        assertThat(explanation().outcome()).isEqualTo(Outcome.APART);

        tell("school/another", "name 李鹏; birth 2012-11-30; tel " + PHONE);
        assertThat(link("twenty-two").changed()).isEqualTo(1);

        tell("school/another", "name 李鹏; birth 2012-11-30");
        tell("school/new", "name 王鹏; birth 2012-10-30; tel 13900000001");
        assertThat(link("twenty again").changed()).isEqualTo(22);
        assertThat(LINKAGE.person("school/a")).isEqualTo(person);
        assertThat(LINKAGE.person("health/a")).isEqualTo(person);
    }

    @Test
    void onePersonsRecordsThatChangeTheirPhonesInTheSameNightAreCountedOnce() {
        tell("school/a", NAMESAKE);
        tell("health/a", NAMESAKE);
        boarders(19);
        link("twenty-one");
        tell("school/1", "name 王一; birth 2012-10-01; tel 13900000001");
        tell("school/new", "name 王鹏; birth 2012-10-30; tel " + PHONE + "; mother_phone " + PHONE);

        assertThat(link("one went and one came").changed()).isEqualTo(2);
        assertThat(LINKAGE.person("school/a")).isNotEqualTo(LINKAGE.person("health/a"));
    }

    private void tell(String key, String text) {
        told.put(key, text);
        LINKAGE.tell(key, text);
    }

    /** Children of all kinds who share nothing but the phone. */
    private void boarders(int number) {
        for (int i = 1; i <= number; i++) {
            String day = (i < 10 ? "0" : "") + i;
            tell(
                    "school/" + i,
                    "name 王" + "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未".charAt(i - 1) + "; birth 2012-10-" + day + "; tel "
                            + PHONE);
        }
    }

    /** Links, and sees that it is what linking everything from the start gives. */
    private LinkageReport link(String run) {
        LinkageReport report = LINKAGE.link(run);
        List<SourceRecord> records = told.entrySet().stream()
                .map(each -> Told.source(
                        List.copyOf(told.keySet()).indexOf(each.getKey()) + 1L, each.getKey(), each.getValue()))
                .toList();
        assertThat(LINKAGE.persons().lines().count())
                .isEqualTo(new Linking(records)
                        .decide(VerdictConstraints.NONE)
                        .persons()
                        .size());
        return report;
    }

    private static Explanation explanation() {
        return new Explainer(LINKAGE.dataSource(), LINKAGE.keys(), Linking.MODELS)
                .pair(SourceKey.parse("school/a"), SourceKey.parse("health/a"))
                .orElseThrow()
                .explanation();
    }
}
