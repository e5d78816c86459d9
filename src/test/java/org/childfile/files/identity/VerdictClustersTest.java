package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.Test;

/** What a person said outranks what rules find. */
class VerdictClustersTest {

    private static final String HOME = "; birth 2015-03-07; home 500101001001; father 张伟";

    private final List<SourceRecord> records = new ArrayList<>();

    @Test
    void twoThatAPersonSaidToBeOneAreOneWhateverForbidsIt() {
        add("a/1", "name 张浩; birth 2015-03-07; id 50010120150307001");
        add("b/1", "name 王鹏; birth 2012-10-30; id 50010320121030003");

        assertThat(persons("a/1 = b/1")).isEqualTo("a/1 b/1");
        assertThat(decide("a/1 = b/1").byPerson(new LinkRecord(1, SourceKey.parse("a/1"))))
                .isTrue();
        assertThat(decide().byPerson(new LinkRecord(1, SourceKey.parse("a/1")))).isFalse();
    }

    @Test
    void whoeverIsOneWithThemByRulesIsOneTooWhateverItsNumber() {
        add("a/1", "name 张浩; mother 李芳; id 50010120150307001" + HOME);
        add("b/1", "name 张浩; mother 李芳" + HOME);
        add("c/1", "name 王鹏; birth 2012-10-30; home 500102001001; id 50010320121030003");
        add("d/1", "name 王鹏; birth 2012-10-30; home 500102001001");
        add("e/1", "name 张浩; id 50010120150307005; birth 2015-03-07; home 500101001001");

        assertThat(persons()).isEqualTo("a/1 b/1\nc/1 d/1\ne/1");
        assertThat(persons("b/1 = d/1")).isEqualTo("a/1 b/1 c/1 d/1\ne/1");
    }

    @Test
    void twoThatAPersonSaidToBeTwoAreNeverOneByAChain() {
        add("a/1", "name 张浩" + HOME);
        add("b/1", "name 张浩" + HOME);
        add("c/1", "name 张浩" + HOME);

        assertThat(persons()).isEqualTo("a/1 b/1 c/1");
        assertThat(persons("a/1 ! c/1")).isEqualTo("a/1 b/1\nc/1");
    }

    @Test
    void whoeverIsOneWithARecordIsKeptApartWithIt() {
        add("a/1", "name 张浩" + HOME);
        add("b/1", "name 王鹏; birth 2012-10-30");
        add("c/1", "name 张浩" + HOME);

        assertThat(persons("a/1 = b/1", "b/1 ! c/1")).isEqualTo("a/1 b/1\nc/1");
    }

    @Test
    void aConflictLeavesTheRecordsAsTheOlderVerdictsSayAndAsks() {
        add("a/1", "name 张浩; birth 2015-03-07");
        add("b/1", "name 王鹏; birth 2012-10-30");
        add("c/1", "name 李娜; birth 2013-11-21");

        assertThat(persons("a/1 ! c/1", "a/1 = b/1", "b/1 = c/1")).isEqualTo("a/1 b/1\nc/1");
        assertThat(questions("a/1 ! c/1", "a/1 = b/1", "b/1 = c/1")).isEqualTo("2-3 conflicting verdicts");
        assertThat(questions("a/1 = b/1", "b/1 = c/1", "a/1 ! c/1")).isEqualTo("1-3 conflicting verdicts");
        assertThat(persons("a/1 = b/1", "b/1 = c/1", "a/1 ! c/1")).isEqualTo("a/1 b/1 c/1");
    }

    @Test
    void whatAPersonDecidedIsNotAskedAgain() {
        add("a/1", "name 张浩; birth 2015-03-07");
        add("b/1", "name 张皓; birth 2015-03-07");

        assertThat(questions()).isEqualTo("1-2 between thresholds");
        assertThat(questions("a/1 ! b/1")).isEmpty();
        assertThat(questions("a/1 = b/1")).isEmpty();
    }

    @Test
    void aContestedRecordThatIsNotTheOneTwinsIsTheOthers() {
        add("a/1", "name 张子涵; id 50010120150307002" + HOME);
        add("a/2", "name 张雨涵; id 50010120150307004" + HOME);
        add("b/1", "name 张?涵" + HOME);

        assertThat(persons("a/1 ! b/1")).isEqualTo("a/1\na/2 b/1");
        assertThat(persons("a/1 = b/1")).isEqualTo("a/1 b/1\na/2");
    }

    @Test
    void twoNumbersAreDoubtedWhereAllElseAgrees() {
        add("a/1", "name 张子涵; id 50010120150307002" + HOME);
        add("b/1", "name 张子涵; id 50010120150307004" + HOME);

        assertThat(persons()).isEqualTo("a/1\nb/1");
        assertThat(questions()).isEqualTo("1-2 different id numbers");
        assertThat(questions("a/1 ! b/1")).isEmpty();
    }

    @Test
    void twoNumbersAreNotDoubtedForANameThatManyHave() {
        add("a/1", "name 张子涵; birth 2015-03-07; id 50010120150307002; home 500101001001");
        add("b/1", "name 张子涵; birth 2015-03-07; id 50010120150307004; home 500102001001");

        assertThat(questions()).isEmpty();
    }

    @Test
    void ofManyPairsOfTwoPersonsTheBestIsAsked() {
        add("a/1", "name 张浩; birth 2015-03-07; home 500101001001; father 张伟");
        add("b/1", "name 张浩; birth 2015-03-07; home 500101001001; father 张伟; sex 1");
        add("c/1", "name 张皓; birth 2015-03-07; sex 1");

        assertThat(questions()).isEqualTo("2-3 between thresholds");
        assertThat(decide().review().getFirst().closeness(Linking.CHILD.decision()))
                .isCloseTo(0.96, within(0.01));
    }

    private void add(String key, String told) {
        records.add(Told.source(records.size() + 1L, key, told));
    }

    private String persons(String... verdicts) {
        return decide(verdicts).persons().stream()
                .map(person ->
                        person.stream().map(record -> record.key().toString()).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private String questions(String... verdicts) {
        return decide(verdicts).review().stream()
                .map(question -> question.a() + "-" + question.b() + " "
                        + question.reason().written())
                .collect(Collectors.joining("\n"));
    }

    private PersonClustering.Persons decide(String... verdicts) {
        return new Linking(records).decide(VerdictConstraints.of(VerdictConstraintsTest.said(verdicts)));
    }
}
